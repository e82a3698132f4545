import { expect, type Page } from '@playwright/test'
import { axeFaultsInBothThemes } from '../support/app/axe-faults'
import {
  atStep,
  editCampaign,
  goToStep,
  messageField,
  nameField,
  newCampaign,
  rail,
  stepInRail,
  type StepName
} from '../support/app/editor'
import { tabTo } from '../support/app/import-wizard'
import { quitLoa } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { activeCampaign } from '../support/app/sample'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign as activeRecord, campaignRecord, contactRecords } from '../support/engine/records'
import { accept, type GatewayAnswer } from '../support/gateway/gateway-answers'

const errors = wordsOf('en', 'errors')
const FAR = '2030-01-01T09:00:00'
const STEPS: readonly StepName[] = ['Message', 'Audience', 'Channels', 'Schedule', 'Limits', 'Review']

const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true })
const redoButton = (page: Page) => page.getByRole('button', { name: 'Redo', exact: true })
const kept = (page: Page) => page.getByText(/^(Saved as draft|Unsaved changes kept) · \d\d:\d\d$/)

/** The switch itself lies under its picture. */
async function toggle(page: Page, channel: string): Promise<void> {
  await page.getByRole('switch', { name: channel }).focus()
  await page.keyboard.press('Space')
}

/** What the app has stored of the only campaign. */
const storedCampaign = (page: Page) =>
  page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    return listed.ok ? listed.value[0]?.campaign : undefined
  })

test('from an empty app to an active campaign by keyboard alone, through every step', async ({ start }) => {
  const { page } = await start()
  await page.keyboard.press('Control+2')
  const begin = page.getByRole('button', { name: 'New campaign' }).first()
  await tabTo(page, begin)
  await page.keyboard.press('Enter')
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.type('Greeting')
  await tabTo(page, messageField(page))
  await page.keyboard.type('Good morning!')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { level: 2, name: 'Audience' })).toBeFocused()
  const form = page.getByRole('form', { name: 'Add a contact' })
  await tabTo(page, form.getByRole('textbox', { name: 'First name' }))
  await page.keyboard.type('Emma')
  await tabTo(page, form.getByRole('textbox', { name: 'WhatsApp number' }))
  await page.keyboard.type('0339170155')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Emma' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Add a contact' })).toBeFocused()
  await expect(stepInRail(page, 'Audience')).toContainText('1 person')

  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 2, name: 'Channels' })).toBeFocused()
  await tabTo(page, page.getByRole('switch', { name: 'AI call' }))
  await page.keyboard.press('Space')
  await expect(stepInRail(page, 'Channels')).toContainText(/WhatsApp, Telegram$|WhatsApp, Telegram(?!,)/)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Schedule' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Daily' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Weekly' })).toBeChecked()
  await expect(page.getByRole('complementary', { name: 'Next runs' }).getByRole('time')).toHaveCount(5)

  await page.keyboard.press('Alt+5')
  await tabTo(page, page.getByRole('button', { name: 'Change', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'At most so late' }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('90')
  await expect(stepInRail(page, 'Limits')).toContainText('At most 90 min late')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Review' })).toBeFocused()
  await expect(page.getByText(/“Greeting” goes to 1 person: 1 WhatsApp message\. First on/)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Activate', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Greeting/ })).toContainText('Active')
  await expect(page.getByRole('region', { name: 'Unfinished campaign' })).toHaveCount(0)
  expect(await storedCampaign(page)).toMatchObject({
    name: 'Greeting',
    flow: ['whatsapp', 'telegram'],
    schedule_settings: { frequency: 'weekly' },
    policies: { catch_up_window_min: 90 }
  })
})

test('the steps are chosen in any order, by click and by key, and say what they hold', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR, people: 2 })
  await editCampaign(page, 'Daily greeting')
  for (const step of ['Limits', 'Channels', 'Review'] as const) {
    await goToStep(page, step)
    await expect(stepInRail(page, step)).toHaveAttribute('aria-current', 'step')
  }
  for (const [index, step] of STEPS.entries()) {
    await page.keyboard.press(`Alt+${index + 1}`)
    await atStep(page, step)
  }
  await expect(stepInRail(page, 'Message')).toContainText('Hello')
  await expect(stepInRail(page, 'Audience')).toContainText('2 people')
  await expect(stepInRail(page, 'Channels')).toContainText('WhatsApp, Telegram, AI call')
  await expect(stepInRail(page, 'Schedule')).toContainText('Every day at 09:00')
  await expect(rail(page).getByText('complete')).toHaveCount(5)
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await atStep(page, 'Limits')
  await expect(page.getByText('No limit: as fast as the gateway takes it.')).toHaveCount(0)
  await expect(page.getByText(/^One at a time; at most 20 a minute/)).toBeVisible()
  await page.getByRole('button', { name: 'Change in Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('what is wrong leads to its step, from a save and from the review', async ({ start }) => {
  const { page } = await start()
  await newCampaign(page)
  await goToStep(page, 'Schedule')
  await expect(stepInRail(page, 'Message')).toContainText('needs attention')
  await expect(stepInRail(page, 'Audience')).not.toContainText('needs attention')
  await page.keyboard.press('Control+s')
  await atStep(page, 'Message')
  await expect(page.getByText(errors.name_required)).toBeVisible()
  await expect(page.getByText(errors.message_required)).toBeVisible()
  await expect(nameField(page)).toBeFocused()
  await nameField(page).fill('Named')
  await messageField(page).fill('Hello')
  await expect(stepInRail(page, 'Message')).toContainText('complete')

  await goToStep(page, 'Schedule')
  await page.getByRole('textbox', { name: 'Start' }).fill('10/03/2031')
  await page.getByRole('textbox', { name: 'Start' }).press('Tab')
  await page.getByText('On a date', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Last day' }).fill('09/03/2031')
  await page.getByRole('textbox', { name: 'Last day' }).press('Tab')
  await goToStep(page, 'Review')
  const missing = page.getByRole('region', { name: '2 things are missing' })
  await expect(missing.getByRole('button')).toHaveText([
    `Audience${errors.no_contacts}`,
    `Schedule${errors.end_before_start}`
  ])
  await missing.getByRole('button', { name: /Schedule/ }).click()
  await atStep(page, 'Schedule')
  await expect(page.getByRole('textbox', { name: 'Last day' })).toBeFocused()
  await goToStep(page, 'Review')
  await missing.getByRole('button', { name: /Audience/ }).click()
  await atStep(page, 'Audience')
  await expect(page.getByText(errors.no_contacts)).toBeVisible()

  await goToStep(page, 'Review')
  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await atStep(page, 'Schedule')
  expect(await storedCampaign(page)).toBeUndefined()
})

test('an audience that finds nobody is said at its step and in the review', async ({ start }) => {
  const { page } = await start()
  await page.evaluate(async () => {
    const saved = await window.loa.saveContact({ first_name: 'Emma', tags: ['vip'] })
    if (saved.ok) await window.loa.tagContacts([saved.value._id], 'vip', true)
  })
  await newCampaign(page)
  await nameField(page).fill('Named')
  await messageField(page).fill('Hello')
  await goToStep(page, 'Audience')
  for (const [label, tag] of [
    ['Everybody with one of these tags', 'vip'],
    ['But nobody with one of these tags', 'vip']
  ] as const) {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: tag }).filter({ visible: true }).click()
    await page.keyboard.press('Tab')
  }
  const text = wordsOf('en', 'campaigns').editor.finds_nobody
  await expect(page.getByText(text)).toBeVisible()
  await goToStep(page, 'Review')
  await expect(page.getByRole('button', { name: /Audience Nobody is found/ })).toBeVisible()
})

test('what is typed survives kill -9, says so, and can be discarded; the campaign itself is untouched', async ({
  start
}) => {
  const first = await start()
  await newCampaign(first.page)
  await nameField(first.page).fill('Half a campaign')
  await goToStep(first.page, 'Channels')
  await toggle(first.page, 'Telegram')
  await expect(kept(first.page)).toBeVisible()
  await expect
    .poll(async () => {
      const draft = await first.page.evaluate(() => window.loa.getEditorDraft('new'))
      return draft.ok && draft.value?.values.includes('"flow":["whatsapp","ai_call"]')
    })
    .toBe(true)
  const gone = new Promise((resolve) => first.process.once('exit', resolve))
  first.process.kill('SIGKILL')
  await gone

  const { page } = await start()
  await openPage(page, 'Campaigns')
  const card = page.getByRole('region', { name: 'Unfinished campaign' })
  await expect(card).toContainText('“Half a campaign”')
  await card.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText(/^Unsaved changes from \d\d:\d\d are back\.$/)).toBeVisible()
  await expect(nameField(page)).toHaveValue('Half a campaign')
  await expect(stepInRail(page, 'Channels')).toContainText('WhatsApp, AI call')
  expect(await storedCampaign(page)).toBeUndefined()

  await page.getByRole('button', { name: 'Discard them' }).click()
  await expect(nameField(page)).toHaveValue('')
  await expect(stepInRail(page, 'Channels')).toContainText('WhatsApp, Telegram, AI call')
  await undoButton(page).click()
  await expect(nameField(page)).toHaveValue('Half a campaign')
  await redoButton(page).click()
  await expect(nameField(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Back to campaigns' }).click()
  await expect(page.getByRole('button', { name: 'New campaign' }).first()).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('what was saved is not offered as unfinished when the app died before the draft was forgotten', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  const first = await start()
  await newCampaign(first.page)
  await nameField(first.page).fill('Saved in time ')
  await messageField(first.page).fill('Hello')
  await expect.poll(() => folder.text('drafts.json').catch(() => '')).toContain('Hello')
  const drafts = await folder.text('drafts.json')
  await first.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(first.page.getByText('“Saved in time” is saved')).toBeVisible()
  await expect.poll(() => folder.text('drafts.json')).not.toContain('Hello')
  await quitLoa(first)

  // What lies on the disk after a crash between the two writes.
  await folder.write('drafts.json', drafts)
  const second = await start()
  await openPage(second.page, 'Campaigns')
  await expect(second.page.getByRole('row', { name: /Saved in time/ })).toBeVisible()
  await expect.poll(() => folder.json('drafts.json')).toMatchObject({ drafts: [] })
  await expect(second.page.getByRole('region', { name: 'Unfinished campaign' })).toHaveCount(0)
  await quitLoa(second)

  // One letter more was typed than saved.
  await folder.write('drafts.json', drafts.replace('Hello', 'Hello!'))
  const { page } = await start()
  await openPage(page, 'Campaigns')
  await page
    .getByRole('region', { name: 'Unfinished campaign' })
    .getByRole('button', { name: 'Continue' })
    .click()
  await expect(messageField(page)).toHaveValue('Hello!')
})

test('leaving asks nothing: unsaved changes wait with their campaign, until they are saved or let go', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  await editCampaign(page, 'Daily greeting')
  await messageField(page).fill('Changed')
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openPage(page, 'Campaigns')
  const row = page.getByRole('row', { name: /Daily greeting/ })
  await expect(row).toContainText('Unsaved changes')
  expect(await storedCampaign(page)).toMatchObject({ call_script: 'Hello' })
  // A pause changes nothing that was typed over.
  await row.getByRole('button', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  await editCampaign(page, 'Daily greeting')
  await expect(messageField(page)).toHaveValue('Changed')
  await expect(page.getByText(/changed elsewhere/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('“Daily greeting” is saved')).toBeVisible()
  await expect(page.getByText(/are back\.$/)).toHaveCount(0)
  expect(await storedCampaign(page)).toMatchObject({ call_script: 'Changed' })
  await page.keyboard.press('Escape')
  await expect(row).toBeVisible()
  await expect(row).not.toContainText('Unsaved changes')

  await editCampaign(page, 'Daily greeting')
  await messageField(page).fill('Changed again')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('Unsaved changes')
  await row.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Discard unsaved changes' }).click()
  await expect(row).not.toContainText('Unsaved changes')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Unsaved changes')
})

test('a campaign that was changed or deleted elsewhere is never overwritten in silence', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  const id = await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  const changeElsewhere = (name: string) =>
    page.evaluate(async (changed) => {
      const listed = await window.loa.listCampaigns()
      const campaign = listed.ok ? listed.value[0]?.campaign : undefined
      if (campaign === undefined) throw new Error('There is no campaign')
      const { _id, call_script, contacts, flow, schedule_settings } = campaign
      await window.loa.saveCampaign({
        _id,
        name: changed,
        call_script,
        contacts: [...contacts],
        flow: [...flow],
        schedule_settings: {
          ...schedule_settings,
          days_of_week: [...schedule_settings.days_of_week],
          exclude_dates: [...schedule_settings.exclude_dates]
        }
      })
    }, name)
  await editCampaign(page, 'Daily greeting')
  await messageField(page).fill('Mine')
  await expect(kept(page)).toBeVisible()
  await changeElsewhere('Theirs')
  await expect(page.getByText(/was changed elsewhere/)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/was changed elsewhere/)).toBeVisible()
  expect(await storedCampaign(page)).toMatchObject({ name: 'Theirs', call_script: 'Hello' })
  await page.getByRole('button', { name: 'Use the campaign as it is now' }).click()
  await expect(nameField(page)).toHaveValue('Theirs')
  await expect(messageField(page)).toHaveValue('Hello')

  await messageField(page).fill('Mine after all')
  await changeElsewhere('Theirs again')
  await page.getByRole('button', { name: 'Keep what I typed' }).click()
  await expect(page.getByText(/was changed elsewhere/)).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('“Theirs” is saved')).toBeVisible()
  expect(await storedCampaign(page)).toMatchObject({ name: 'Theirs', call_script: 'Mine after all' })

  await messageField(page).fill('Typed over a campaign that goes away')
  await page.evaluate((campaign) => window.loa.deleteCampaign(campaign), id)
  await expect(page.getByText(/was deleted meanwhile/)).toBeVisible()
  await page.getByRole('button', { name: 'Save as a new campaign' }).click()
  await expect(page.getByText(/was deleted meanwhile/)).toHaveCount(0)
  const saved = await storedCampaign(page)
  expect(saved).toMatchObject({ status: 'draft', call_script: 'Typed over a campaign that goes away' })
  expect(saved?._id).not.toBe(id)
})

test('one way back through all steps: keys, buttons, inside a field too', async ({ start }) => {
  const { page } = await start()
  await page.evaluate(() => window.loa.saveContact({ first_name: 'Emma', phone: '+44 7400 123456' }))
  await newCampaign(page)
  await expect(undoButton(page)).toBeDisabled()
  // Each at one go: letters with half a second between them would be steps of their own.
  await nameField(page).fill('Morning')
  await messageField(page).fill('Hello')
  await goToStep(page, 'Audience')
  await page.getByRole('checkbox', { name: 'Emma' }).click()
  await goToStep(page, 'Channels')
  await toggle(page, 'Telegram')
  await goToStep(page, 'Schedule')
  await page.getByText('Weekly', { exact: true }).click()
  await goToStep(page, 'Message')

  await page.keyboard.press('Control+z')
  await atStep(page, 'Schedule')
  await expect(page.getByRole('radio', { name: 'Daily' })).toBeChecked()
  await page.keyboard.press('Control+z')
  await atStep(page, 'Channels')
  await expect(page.getByRole('switch', { name: 'Telegram' })).toBeChecked()
  await page.keyboard.press('Control+z')
  await atStep(page, 'Audience')
  await expect(page.getByRole('checkbox', { name: 'Emma' })).not.toBeChecked()
  await undoButton(page).click()
  await atStep(page, 'Message')
  await expect(messageField(page)).toHaveValue('')
  await expect(messageField(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(nameField(page)).toHaveValue('')
  await expect(undoButton(page)).toBeDisabled()

  await page.keyboard.press('Control+Shift+z')
  await expect(nameField(page)).toHaveValue('Morning')
  await page.keyboard.press('Control+y')
  await expect(messageField(page)).toHaveValue('Hello')
  await redoButton(page).click()
  await atStep(page, 'Audience')
  await expect(page.getByRole('checkbox', { name: 'Emma' })).toBeChecked()

  // A search is no part of the campaign: there the browser takes back.
  const search = page.getByRole('searchbox', { name: 'Search contacts' })
  await search.pressSequentially('nobody')
  await page.keyboard.press('Control+z')
  await expect(search).not.toHaveValue('nobody')
  await search.fill('')
  await expect(page.getByRole('checkbox', { name: 'Emma' })).toBeChecked()
  await expect(redoButton(page)).toBeEnabled()
})

test('the caret stands where a text was taken back', async ({ start }) => {
  const { page } = await start()
  await newCampaign(page)
  await messageField(page).fill('Good morning, see you soon.')
  await expect(kept(page)).toBeVisible()
  await messageField(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(12, 12))
  await messageField(page).pressSequentially(' Emma')
  await expect(messageField(page)).toHaveValue('Good morning Emma, see you soon.')
  await page.keyboard.press('Control+z')
  await expect(messageField(page)).toHaveValue('Good morning, see you soon.')
  await expect
    .poll(() => messageField(page).evaluate((field: HTMLTextAreaElement) => field.selectionStart))
    .toBe(12)
})

test('while a run is going on it says so, and what is changed holds from the next run', async ({
  start,
  gateway
}) => {
  const waiting: ((answer: GatewayAnswer) => void)[] = []
  const { page } = await start()
  const id = await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR, people: 2 })
  gateway.answer = () => ({
    give: (response, request) => void waiting.push((answer) => answer.give(response, request))
  })
  await page.evaluate(async (campaign) => {
    const plan = await window.loa.prepareManualRun(campaign)
    if (plan.ok) await window.loa.runNow(campaign, plan.value.run_id)
  }, id)
  await gateway.until(() => gateway.messages.length > 0, 'the run is under way')
  await editCampaign(page, 'Daily greeting')
  await expect(page.getByText('A run is going on. What you change holds from the next run.')).toBeVisible()
  await messageField(page).fill('For the next run')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('“Daily greeting” is saved')).toBeVisible()
  gateway.answer = () => accept
  for (const answer of waiting) answer(accept)
  await gateway.until(() => gateway.messages.length === 6, 'everybody has everything')
  expect(gateway.messages.filter(({ bodyText }) => bodyText.includes('For the next run'))).toEqual([])
  await expect(
    page.getByText('This campaign is active. What you change holds from the next run on.')
  ).toBeVisible()
  await expect(messageField(page)).toHaveValue('For the next run')
})

test('an archived campaign is looked at, not changed, until it is a draft again', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contactRecords(1))
  await folder.writeCampaigns([campaignRecord(1, { status: 'archived', name: 'Old one' })])
  const { page } = await start()
  await openPage(page, 'Campaigns')
  await page.locator('label', { hasText: 'Archived' }).click()
  await page.getByRole('button', { name: 'Open Old one' }).click()
  await expect(messageField(page)).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await goToStep(page, 'Audience')
  await expect(page.getByRole('checkbox', { name: /Contact 1/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Move back to drafts' }).click()
  await expect(messageField(page)).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
})

test('a campaign in a zone that nobody knows is shown with its name, and all else can be changed', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contactRecords(1))
  await folder.writeCampaigns([
    campaignRecord(1, {
      name: 'Far away',
      schedule_settings: {
        frequency: 'daily',
        start_time: '2031-01-01T09:00:00',
        timezone: 'Mars/Olympus_Mons'
      }
    })
  ])
  const { page } = await start()
  await editCampaign(page, 'Far away')
  await expect(stepInRail(page, 'Schedule')).toContainText('needs attention')
  await messageField(page).fill('Changed')
  await goToStep(page, 'Schedule')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await expect(zone).toHaveValue(/^Mars\/Olympus_Mons/)
  await expect(page.getByText(errors.zone_unknown).first()).toBeVisible()
  await page.getByText('Weekly', { exact: true }).click()
  await zone.click()
  await page.keyboard.type('UTC')
  await page.getByRole('option', { name: /^UTC/ }).first().click()
  await expect(page.getByText(errors.zone_unknown)).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('“Far away” is saved')).toBeVisible()
  expect(await storedCampaign(page)).toMatchObject({
    call_script: 'Changed',
    schedule_settings: { frequency: 'weekly', timezone: 'UTC' }
  })
})

test('a name of 300 characters and a megabyte of text are refused with their limit, and typing goes on', async ({
  start
}) => {
  const { page } = await start()
  await newCampaign(page)
  await nameField(page).fill('n'.repeat(300))
  await nameField(page).press('Tab')
  await expect(page.getByText('This is too long. The limit is 200.')).toBeVisible()
  await messageField(page).fill('x'.repeat(1_000_000))
  await nameField(page).fill('A name')
  await expect(page.getByRole('heading', { level: 1, name: 'A name' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('This is too long. The limit is 100,000.')).toBeVisible()
  await goToStep(page, 'Review')
  await expect(page.getByRole('button', { name: /Message This is too long/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(messageField(page)).toHaveValue('')
  expect(await storedCampaign(page)).toBeUndefined()
})

test('a copy opens at once with everything that was in it, as a draft', async ({ start, dataDir }) => {
  const folder = new TestFolder(dataDir)
  const contacts = contactRecords(2)
  await folder.writeContacts(contacts)
  const name = 'A name as long as a name may be '.padEnd(200, '-')
  await folder.writeCampaigns([
    activeRecord(1, {
      name,
      contacts: contacts.map(({ _id }) => _id),
      texts: { telegram: 'On Telegram' },
      placeholders: true,
      missing_values: 'blank',
      flow: ['telegram'],
      approval: { at: '2026-01-01T00:00:00.000Z', ai_calls: 2 }
    })
  ])
  const { page } = await start()
  await openPage(page, 'Campaigns')
  await page.getByRole('button', { name: /^More actions for A name/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(nameField(page)).toHaveValue(/-+ \(copy\)$/)
  await expect(page.getByRole('banner').or(page.getByRole('main')).getByText('Draft').first()).toBeVisible()
  const copy = await page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    return listed.ok
      ? listed.value.find(({ campaign }) => campaign.name.endsWith('(copy)'))?.campaign
      : undefined
  })
  expect(copy).toMatchObject({
    status: 'draft',
    approval: null,
    contacts: contacts.map(({ _id }) => _id),
    texts: { telegram: 'On Telegram' },
    placeholders: true,
    missing_values: 'blank',
    flow: ['telegram']
  })
})

test('axe finds nothing serious at any step, light or dark', async ({ start, gateway }) => {
  const { page } = await start()
  const found: Record<string, string[]> = {}
  const look = async (of: string) => {
    for (const [index, step] of STEPS.entries()) {
      await page.keyboard.press(`Alt+${index + 1}`)
      await atStep(page, step)
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      found[`${of}: ${step}`] = await axeFaultsInBothThemes(page)
    }
  }
  await newCampaign(page)
  await look('empty')
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR, people: 3 })
  await openPage(page, 'Campaigns')
  await editCampaign(page, 'Daily greeting')
  await messageField(page).fill('Changed')
  await expect(kept(page)).toBeVisible()
  await look('full')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /Daily greeting/ })).toContainText('Unsaved changes')
  found['list'] = await axeFaultsInBothThemes(page)
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
})
