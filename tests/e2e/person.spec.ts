import { expect, type Page } from '@playwright/test'
import { changeSettings } from '../support/app/change-settings'
import { clickAndType } from '../support/app/click-and-type'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { openPerson, region } from '../support/app/person'
import { runByName } from '../support/app/trouble'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, campaignRecord, contactRecord, idOf, settingsFor } from '../support/engine/records'
import { accept, chosenBy, closeWithoutAnswer, status } from '../support/gateway/gateway-answers'

const person = wordsOf('en', 'person')
const NUMBER = '+84339170155'

const storedContact = (page: Page, number: number) =>
  page.evaluate(async (id) => {
    const found = await window.loa.getContacts([id])
    return found.ok ? found.value[0] : undefined
  }, idOf(number))

const finished = (page: Page, runId: string) =>
  expect
    .poll(() => page.evaluate((id) => window.loa.getRunOverview(id), runId))
    .toMatchObject({ value: { summary: { status: 'finished' } } })

/** What the card says of one channel. */
const why = (page: Page, channel: string) =>
  region(page, person.why.title).getByRole('listitem').filter({ hasText: channel })

async function chooseCampaign(page: Page, name: string): Promise<void> {
  await region(page, person.why.title).getByRole('combobox', { name: 'Campaign' }).click()
  await page.getByRole('option', { name }).click()
}

test('fields, tags, time zone and own fields are edited on one page and saved by key', async ({
  start,
  dataDir
}) => {
  await new TestFolder(dataDir).writeContacts([
    contactRecord(1, { custom: { full_name: '1 Contact', City: 'Huế' } }),
    contactRecord(2, { tags: ['VIP'] })
  ])
  const { page } = await start()
  await openPerson(page, '1 Contact')
  const bar = page.getByRole('region', { name: person.unsaved })
  await expect(bar).toBeHidden()

  await page.getByRole('textbox', { name: 'First name' }).fill('Lan')
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue('Contact')
  await expect(bar).toBeHidden()

  await page.getByRole('textbox', { name: 'First name' }).fill('Lan')
  await page.getByRole('textbox', { name: 'WhatsApp number' }).fill('033 917 0155')
  const tags = page.getByRole('combobox', { name: 'Tags' }).or(page.getByRole('textbox', { name: 'Tags' }))
  await tags.click()
  await page.getByRole('option', { name: 'VIP' }).click()
  await tags.fill('parent')
  await tags.press('Enter')
  const zone = page
    .getByRole('combobox', { name: 'Time zone' })
    .or(page.getByRole('textbox', { name: 'Time zone' }))
  await zone.click()
  await zone.fill('viet nam')
  await page.getByRole('option', { name: /Asia\/Ho_Chi_Minh/ }).click()
  await page.getByRole('textbox', { name: 'Value of Name as written' }).fill('Lan 1')
  await page.getByRole('button', { name: 'Remove City' }).click()
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.keyboard.type('Class')
  await page.keyboard.press('Tab')
  await page.keyboard.type('A2')
  // A tag that was typed and not ended belongs to what is saved.
  await tags.fill('new')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Contact saved')).toBeVisible()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'WhatsApp number' })).toHaveValue('+84339170155')
  await expect(page.getByText('Typed as 033 917 0155')).toBeVisible()
  expect(await storedContact(page, 1)).toMatchObject({
    first_name: 'Lan',
    tags: ['VIP', 'parent', 'new'],
    timezone: 'Asia/Ho_Chi_Minh',
    custom: { full_name: 'Lan 1', Class: 'A2' }
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Lan 1' })).toBeVisible()
})

test('what is wrong is said at its field, and what is typed is never lost', async ({ start, dataDir }) => {
  await new TestFolder(dataDir).writeContacts([contactRecord(1, { custom: { Class: 'A1' } })])
  const { page } = await start()
  await openPerson(page, 'Contact 1')
  await page.getByRole('textbox', { name: 'Email' }).fill('nobody')
  await page.getByRole('button', { name: 'Add field' }).click()
  await page.keyboard.type('Class')
  await page.keyboard.press('Tab')
  await page.keyboard.type('A2')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(wordsOf('en', 'errors').email_invalid)).toBeVisible()
  await expect(page.getByText(person.own.twice)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused()
  await page.getByRole('button', { name: 'Discard changes' }).click()

  await page.getByRole('textbox', { name: 'Notes' }).fill('Call after six')
  await page.evaluate((id) => window.loa.tagContacts([id], 'imported', true), idOf(1))
  await expect(region(page, person.details).getByText('imported')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Call after six')

  await page.getByRole('button', { name: person.back }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Contact saved')).toBeVisible()
  expect(await storedContact(page, 1)).toMatchObject({ notes: 'Call after six', tags: ['imported'] })
  await page.getByRole('button', { name: person.back }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
})

test('what is typed while a person is being saved is kept', async ({ start, dataDir }) => {
  await new TestFolder(dataDir).writeContacts([contactRecord(1)])
  const { page } = await start()
  await openPerson(page, 'Contact 1')
  const save = page.getByRole('region', { name: person.unsaved }).getByRole('button', { name: 'Save' })
  const email = page.getByRole('textbox', { name: 'Email' })
  await page.getByRole('textbox', { name: 'First name' }).fill('Lan')
  await clickAndType(save, email, 'lan@example.com')
  await expect.poll(() => storedContact(page, 1)).toMatchObject({ first_name: 'Lan' })
  await expect(save).toBeEnabled()
  await expect(email).toHaveValue('lan@example.com')
  await save.click()
  await expect
    .poll(() => storedContact(page, 1))
    .toMatchObject({ first_name: 'Lan', email: 'lan@example.com' })
  await expect(save).toBeHidden()
})

test('"asked to stop" is one click, holds for everybody with the number, and is taken back after a question', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  const same = { phone: NUMBER, whatsapp_number: NUMBER, telegram_username: '' }
  await folder.writeContacts([contactRecord(1, same), contactRecord(2, same), contactRecord(3)])
  await folder.writeCampaigns([campaignRecord(1, { contacts: [idOf(1), idOf(2), idOf(3)] })])
  await folder.writeSettings(settingsFor(gateway))
  const { page } = await start()
  await openPerson(page, 'Contact 1')
  await page.getByRole('button', { name: person.asked_to_stop, exact: true }).click()
  await expect(page.getByText('2 contacts are not contacted any more')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Allow again', exact: true }).first()).toBeVisible()

  await openPerson(page, 'Contact 2')
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Do not contact')
  await expect(region(page, person.stop.title)).toContainText('Asked to stop')
  const runId = await runByName(page, 'Campaign 1')
  await finished(page, runId)
  expect(
    gateway.messages.map(({ bodyText }) => bodyText).filter((text) => text.includes('339170155'))
  ).toEqual([])
  expect(gateway.messages).toHaveLength(3)

  await openPerson(page, 'Contact 1')
  await page.getByRole('button', { name: 'Allow again on WhatsApp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Allow again on WhatsApp' })).toBeVisible()
  await page
    .getByRole('banner')
    .or(page.getByRole('main'))
    .getByRole('button', { name: 'Allow again', exact: true })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('Only with the person’s word')
  await page.getByRole('dialog').getByRole('button', { name: 'Allow again' }).click()
  await expect(page.getByText('Contact 1 may be contacted again')).toBeVisible()
  await expect(page.getByRole('button', { name: person.asked_to_stop, exact: true })).toBeVisible()
  await openPerson(page, 'Contact 2')
  await expect(region(page, person.stop.title).getByText('May be contacted')).toHaveCount(3)

  await page.getByRole('button', { name: 'Stop on Telegram' }).click()
  await expect(page.getByRole('button', { name: 'Allow again on Telegram' })).toBeVisible()
  await expect(region(page, person.stop.title).getByText('May be contacted')).toHaveCount(2)
})

test('a mark that came with the address shows, and why not says so', async ({ start, dataDir }) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { phone: NUMBER }),
    contactRecord(2, {
      phone: NUMBER,
      do_not_contact: [{ channel: 'ai_call', reason: 'By letter', at: '2026-02-01T00:00:00.000Z' }]
    })
  ])
  await folder.writeCampaigns([activeCampaign(1, { contacts: [idOf(1)] })])
  const { page } = await start()
  await openPerson(page, 'Contact 1')
  await expect(region(page, person.stop.title)).toContainText(person.stop.by_address)
  await expect(why(page, 'AI call')).toContainText('Reason: By letter.')
  await why(page, 'AI call').getByRole('button', { name: 'Allow again' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Allow again' }).click()
  await expect(why(page, 'AI call')).toContainText(person.why.verdicts.gets_it)
})

test('"why not?" answers each channel, with what to do about it', async ({ start, dataDir, gateway }) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { whatsapp_number: '', telegram_username: 'a b', phone: '12' }),
    contactRecord(2, { phone: '' }),
    contactRecord(3, { whatsapp_number: contactRecord(2).whatsapp_number ?? '' }),
    contactRecord(4)
  ])
  const contacts = [idOf(1), idOf(2), idOf(3)]
  await folder.writeCampaigns([
    activeCampaign(1, { contacts }),
    campaignRecord(2, { contacts }),
    campaignRecord(3, { contacts: [idOf(2)] })
  ])
  await folder.writeSettings(
    settingsFor(gateway, { quiet_hours: { telegram: { on: true, from: '00:01', to: '00:00' } } })
  )
  gateway.answer = () =>
    chosenBy(({ path }) => {
      if (path.includes('telegram')) return accept
      return path.includes('call')
        ? closeWithoutAnswer
        : status(400, { success: false, message: 'not on WhatsApp' })
    })
  const { page } = await start()

  await openPerson(page, 'Contact 1')
  await expect(why(page, 'WhatsApp')).toContainText('There is no WhatsApp number.')
  await expect(why(page, 'Telegram')).toContainText(person.why.verdicts.invalid_username)
  await expect(why(page, 'AI call')).toContainText(person.why.verdicts.invalid_number)
  await why(page, 'WhatsApp').getByRole('button', { name: 'Add a WhatsApp number' }).click()
  await expect(page.getByRole('textbox', { name: 'WhatsApp number' })).toBeFocused()
  await page.keyboard.type(NUMBER)
  await page.keyboard.press('Control+s')
  await expect(why(page, 'WhatsApp')).toContainText(person.why.verdicts.gets_it)

  await openPerson(page, 'Contact 3')
  await expect(why(page, 'WhatsApp')).toContainText('Contact 2 has the same address')
  await expect(why(page, 'Telegram')).toContainText('It is quiet hours for this person then.')
  await chooseCampaign(page, 'Campaign 2')
  await expect(region(page, person.why.title)).toContainText(person.why.held.draft)
  await chooseCampaign(page, 'Campaign 3')
  await expect(region(page, person.why.title)).toContainText(person.why.not_in_audience)
  await why(page, 'WhatsApp').getByRole('button', { name: 'Open the other contact' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contact 2' })).toBeVisible()
  await expect(why(page, 'AI call')).toContainText('There is no phone number.')

  await openPerson(page, 'Contact 4')
  await changeSettings(page, ({ quiet_hours }) => ({
    quiet_hours: { ...quiet_hours, telegram: { on: false, from: '22:00', to: '07:00' } }
  }))
  await page.evaluate(
    async (contacts) => {
      const [first] = await window.loa.listCampaigns().then((listed) => (listed.ok ? listed.value : []))
      if (first !== undefined) await window.loa.saveCampaign({ ...first.campaign, contacts }, { ai_calls: 3 })
    },
    [...contacts, idOf(4)]
  )
  const runId = await runByName(page, 'Campaign 1')
  await finished(page, runId)
  await changeSettings(page, { frequency_cap: { on: true, messages: 1, days: 7 } })
  await chooseCampaign(page, 'Campaign 1')
  await expect(why(page, 'WhatsApp')).toContainText('Failed')
  await expect(why(page, 'WhatsApp')).toContainText('not on WhatsApp')
  await expect(why(page, 'Telegram')).toContainText(person.why.verdicts.frequency_cap)
  await expect(why(page, 'AI call')).toContainText('Unknown')
  await expect(why(page, 'AI call')).toContainText('it may have been delivered')
  await why(page, 'AI call')
    .getByRole('button', { name: /^Last run/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaign 1' })).toBeVisible()
})

test('messages of a practice run are listed and lead to it', async ({ start, dataDir }) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([contactRecord(1), contactRecord(2)])
  await folder.writeCampaigns([campaignRecord(1, { contacts: [idOf(1)] })])
  const { page } = await start()
  await openPerson(page, 'Contact 2')
  await expect(region(page, 'Messages')).toContainText(person.messages.none)
  await openPerson(page, 'Contact 1')
  const runId = await runByName(page, 'Campaign 1')
  await finished(page, runId)
  const messages = region(page, 'Messages')
  await expect(messages.getByText('Sent')).toHaveCount(3)
  await expect(messages).toContainText('Practice')
  await messages.getByRole('button', { name: 'Campaign 1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Campaign 1' })).toBeVisible()
})

test('a contact is deleted and comes back; one that is gone says so', async ({ start, dataDir }) => {
  await new TestFolder(dataDir).writeContacts([contactRecord(1), contactRecord(2)])
  const { page } = await start()
  await openPerson(page, 'Contact 1')
  await page.getByRole('textbox', { name: 'Notes' }).fill('Typed before')
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Contact 1/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('row', { name: /Contact 1/ })).toBeVisible()

  await openPerson(page, 'Contact 2')
  await page.evaluate((id) => window.loa.deleteContacts([id]), idOf(2))
  await expect(page.getByText(person.gone_title)).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: person.back }).last().click()
  await openPage(page, 'Contacts')
})

test('six people who got nothing, each for another cause, and six right answers', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  const asked = { channel: 'whatsapp' as const, reason: 'Asked by phone', at: '2026-01-05T08:00:00.000Z' }
  await folder.writeContacts([
    contactRecord(1, { whatsapp_number: '' }),
    contactRecord(2, { whatsapp_number: '12', invalid: ['whatsapp_number'] }),
    contactRecord(3, { do_not_contact: [asked] }),
    contactRecord(4, { whatsapp_number: contactRecord(7).whatsapp_number ?? '' }),
    contactRecord(5, { first_name: '' }),
    contactRecord(6),
    contactRecord(7)
  ])
  await folder.writeCampaigns([
    activeCampaign(1, {
      contacts: [idOf(7), ...[1, 2, 3, 4, 5].map(idOf)],
      flow: ['whatsapp'],
      call_script: 'Hello {{ first_name }}',
      placeholders: true
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const { page } = await start()
  await openPage(page, 'Campaigns')
  await page
    .getByRole('row', { name: /Campaign 1/ })
    .getByRole('button', { name: 'Run now' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to real people' }).click()
  await expect(page.getByText(/1 sent/).first()).toBeVisible()
  expect(gateway.messages).toHaveLength(1)

  const answers = [
    ['Contact 1', 'There is no WhatsApp number.'],
    ['Contact 2', person.why.verdicts.invalid_number],
    ['Contact 3', 'Marked “do not contact” since'],
    ['Contact 4', 'Contact 7 has the same address and comes first'],
    ['5', 'The message needs first name, which this contact does not have.']
  ] as const
  for (const [name, answer] of answers) {
    await openPerson(page, name)
    await expect(why(page, 'WhatsApp')).toContainText(answer)
  }
  await openPerson(page, 'Contact 6')
  await expect(region(page, person.why.title)).toContainText(person.why.not_in_audience)
  await openPerson(page, 'Contact 7')
  await expect(why(page, 'WhatsApp')).toContainText(person.why.verdicts.gets_it)
})
