import { expect, type Page } from '@playwright/test'
import { editCampaign, goToStep } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { type CampaignRecord, campaignRecord, contactRecord, settingsFor } from '../support/engine/records'
import { type RecordingGateway, textIn } from '../support/gateway/recording-gateway'

const NAME = 'Class reminder'

/** Three people, of whom one has no first name, and a draft by WhatsApp that names it. */
async function writeReminder(
  dataDir: string,
  gateway: RecordingGateway,
  changes: Partial<CampaignRecord>
): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = [
    contactRecord(1, { first_name: 'An', custom: { times: '1' } }),
    contactRecord(2, { first_name: '', last_name: 'Trần', custom: { times: '1000000000' } }),
    contactRecord(3, { first_name: 'Chi', custom: { times: '2' } })
  ]
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    campaignRecord(1, {
      name: NAME,
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp'],
      placeholders: true,
      call_script: 'Hello {{ first_name }}!',
      ...changes
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
}

/** Runs the campaign from its row, to the end; the run is shown. */
async function run(page: Page): Promise<void> {
  await openPage(page, 'Campaigns')
  await page
    .getByRole('row', { name: new RegExp(NAME) })
    .getByRole('button', { name: 'Run now' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to real people' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('Finished:')
}

const cell = (page: Page, contact: string) =>
  page
    .getByRole('table', { name: 'Deliveries of this run' })
    .getByRole('button', { name: `${contact}, WhatsApp:` })

const texts = (gateway: RecordingGateway) => gateway.messages.map(textIn).sort()

test('who lacks a value is skipped and the run names the field; with blanks allowed the message arrives with one', async ({
  start,
  dataDir,
  gateway
}) => {
  await writeReminder(dataDir, gateway, {})
  const { page } = await start()
  await run(page)
  await expect(page.getByRole('main')).toContainText('Finished: 2 sent, 1 skipped')
  await expect(cell(page, 'Trần')).toContainText('Skipped')
  await expect(cell(page, 'Trần')).toContainText('Missing: first name')
  expect(texts(gateway)).toEqual(['Hello An!', 'Hello Chi!'])

  await editCampaign(page, NAME)
  const check = page.getByRole('region', { name: 'Check with everybody' })
  await expect(check).toContainText('1 of 3 people has no first name. This person is skipped.')
  await check.getByRole('button', { name: 'Allow blanks' }).click()
  await expect(check).toContainText('This person gets it with a blank.')
  await goToStep(page, 'Review')
  await expect(page.getByText(/goes to 3 people: 3 WhatsApp messages\./)).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByText(`“${NAME}” is saved`)).toBeVisible()
  await run(page)
  await expect(page.getByRole('main')).toContainText('Finished: 3 sent, nothing failed')
  expect(texts(gateway).slice(0, 1)).toEqual(['Hello !'])
  expect(gateway.messages).toHaveLength(5)
})

test('a text that cannot be filled in for somebody fails that delivery, and all others go out', async ({
  start,
  dataDir,
  gateway
}) => {
  const loop = 'Hi{% assign n = custom.times | plus: 0 %}{% for i in (1..n) %} {{ i }}{% endfor %}'
  await writeReminder(dataDir, gateway, {
    flow: ['whatsapp', 'telegram'],
    call_script: 'Hello',
    texts: { whatsapp: loop }
  })
  const { page } = await start()
  await editCampaign(page, NAME)
  await expect(page.getByRole('region', { name: 'Check with everybody' })).toContainText(
    'For 1 person the text cannot be filled in (WhatsApp)'
  )
  await run(page)
  await expect(page.getByRole('main')).toContainText('Finished: 5 sent, 1 failed')
  await expect(cell(page, 'Trần')).toContainText('Failed')
  await expect(cell(page, 'Trần')).toContainText('Text not filled in')
  expect(texts(gateway)).toEqual(['Hello', 'Hello', 'Hello', 'Hi 1', 'Hi 1 2'])
  await cell(page, 'Trần').click()
  await expect(page.getByRole('dialog', { name: 'Trần' })).toContainText(
    'line 1, column 42: it takes too much work to fill in'
  )
})
