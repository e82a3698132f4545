import { changeSettings } from '../support/app/change-settings'
import { expect } from '@playwright/test'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { goToStep, messageField, newCampaign } from '../support/app/editor'
import { quitLoa } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { addContact, openPage } from '../support/app/pages'
import { activeCampaign } from '../support/app/sample'
import { wordsOf } from '../support/app/words'
import { TestFolder } from '../support/engine/data-folder'
import { htmlPage, megabytes, resetAfterReading, silence, status } from '../support/gateway/gateway-answers'

const errors = wordsOf('en', 'errors')

test('a campaign without name or message is refused at the fields, and nothing is saved', async ({
  start
}) => {
  const { page } = await start()
  await newCampaign(page)
  await messageField(page).fill('   ')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(errors.name_required)).toBeVisible()
  await expect(page.getByText(errors.message_required)).toBeVisible()
  const saved = await page.evaluate(() => window.loa.listCampaigns())
  expect(saved).toMatchObject({ ok: true, value: [] })
})

test('a schedule that cannot be is refused where it is wrong', async ({ start }) => {
  const { page } = await start()
  const answers = await page.evaluate(async () => {
    const ask = (changes: object) =>
      window.loa.previewSchedule(
        { frequency: 'daily', start_time: '2027-01-01T09:00:00', timezone: 'UTC', ...changes },
        5
      )
    return Promise.all([
      ask({ timezone: 'Mars/Olympus' }),
      ask({ timezone: '__proto__' }),
      ask({ interval: 0 }),
      ask({ frequency: 'monthly', day_of_month: 32 }),
      ask({ end_time: '2026-12-31' }),
      ask({ start_time: '2027-02-30T09:00:00' })
    ])
  })
  const issues = answers.map((answer) =>
    answer.ok ? [] : answer.error.issues?.map(({ path, code }) => [...path, code])
  )
  expect(issues).toEqual([
    [['timezone', 'zone_unknown']],
    [['timezone', 'zone_unknown']],
    [['interval', 'interval_range']],
    [['day_of_month', 'day_of_month_range']],
    [['end_time', 'end_before_start']],
    [['start_time', 'date_time_invalid']]
  ])

  await newCampaign(page)
  await goToStep(page, 'Schedule')
  await page.getByText('Daily', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Start' }).fill('10/03/2027')
  await page.getByRole('textbox', { name: 'Start' }).press('Tab')
  await page.getByText('On a date', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Last day' }).fill('09/03/2027')
  await page.getByRole('textbox', { name: 'Last day' }).press('Tab')
  await expect(page.getByRole('complementary', { name: 'Next runs' })).toContainText(errors.end_before_start)
  await expect(page.getByRole('main').getByText(errors.end_before_start).first()).toBeVisible()
})

test('a contact without any address is allowed; an impossible number is kept and marked', async ({
  start
}) => {
  const { page } = await start()
  await addContact(page, { 'First name': 'Nobody' })
  await addContact(page, { 'First name': 'Somebody', 'WhatsApp number': '12' })
  await expect(page.getByRole('row', { name: /Nobody/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Somebody/ })).toContainText('12')
  const contacts = await page.evaluate(() =>
    window.loa.findContacts({ filter: {}, sort: { by: 'name', descending: false } }, 0, 100)
  )
  expect(contacts.ok && contacts.value.rows.map((contact) => contact.invalid)).toEqual([
    [],
    ['whatsapp_number']
  ])
})

test('a gateway address that is none is refused at the field', async ({ start }) => {
  const { page } = await start()
  await openPage(page, 'Settings')
  await page.getByRole('radio', { name: 'Custom gateway' }).check()
  await page.getByRole('textbox', { name: 'Base address' }).fill('example')
  await page.getByRole('textbox', { name: 'Base address' }).press('Tab')
  await expect(page.getByText(errors.url_invalid)).toBeVisible()
})

test('whatever the gateway does, the run says it in plain words and the other channels go on', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  const campaign = await activeCampaign(page, { gatewayUrl: gateway.url, startTime: '2030-01-01T09:00:00' })
  await changeSettings(page, { timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 } })
  const reasons = wordsOf('en', 'runs').reason_short
  const troubles = [
    [status(500, { error: 'no' }), 'Failed', 'http_error'],
    [htmlPage, 'Unknown', 'not_the_gateway'],
    [resetAfterReading, 'Unknown', 'connection_lost'],
    [megabytes(50), 'Unknown', 'answer_too_large'],
    [silence, 'Unknown', 'timeout']
  ] as const
  for (const [index, [answer, state, reason]] of troubles.entries()) {
    gateway.answer = ({ path }) => (path === '/whatsapp/send' ? answer : status(200, { success: true }))
    await page.evaluate(async (id) => {
      const plan = await window.loa.prepareManualRun(id)
      if (plan.ok) await window.loa.runNow(id, plan.value.run_id)
    }, campaign)
    await expect
      .poll(async () => {
        const runs = await page.evaluate(() => window.loa.listRuns())
        return runs.ok && runs.value.every((run) => run.status === 'finished')
      })
      .toBe(true)
    await openPage(page, 'Runs')
    await expect(page.getByRole('row', { name: /Daily greeting/ })).toHaveCount(index + 1)
    await page
      .getByRole('button', { name: /Daily greeting/ })
      .first()
      .click()
    const cell = (channel: string) =>
      page.getByRole('table').getByRole('button', { name: `John Doe 1, ${channel}:` })
    const whatsapp = cell('WhatsApp')
    await expect(whatsapp).toContainText(state)
    await expect(whatsapp).toContainText(reasons[reason])
    await expect(cell('Telegram')).toContainText('Sent')
    await expect(cell('AI call')).toContainText('Sent')
  }
})

test('a damaged file is named, set aside, and gives way to the last good copy', async ({
  start,
  dataDir
}) => {
  const first = await start()
  await addContact(first.page, { 'First name': 'John' })
  await addContact(first.page, { 'First name': 'Emma' })
  await quitLoa(first)
  const file = join(dataDir, 'contacts.json')
  await writeFile(file, '{"schema_version":1,"contacts":[{"_id":')

  const { page } = await start()
  await expect(page.getByText(/contacts\.json/).first()).toBeVisible()
  await page.getByRole('button', { name: /^Use last good copy/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Use this copy' }).click()
  await expect(page.getByText(/contacts\.json/)).toHaveCount(0)
  await openPage(page, 'Contacts')
  await expect(page.getByRole('row', { name: /John/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('An earlier copy of a data file is in use')
  await expect(page.getByRole('button', { name: 'Stopped' })).toBeDisabled()
  const copies = (await readdir(dataDir)).filter((name) => name.startsWith('contacts.json.damaged-'))
  expect(copies).toHaveLength(1)
  expect(await readFile(join(dataDir, copies[0] ?? ''), 'utf8')).toBe(
    '{"schema_version":1,"contacts":[{"_id":'
  )
})

test('a page whose file is damaged does not look as if nothing had ever been there', async ({
  start,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  await folder.write('campaigns.json', '{"schema_version":1,"campaigns":[{"_id":')
  await folder.write('contacts.json', '{"schema_version":1,"contacts":[{"_id":')
  const { page } = await start()

  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: /^Your first campaign/ })).toHaveCount(0)
  for (const [name, title, beginning] of [
    ['Campaigns', 'The campaigns cannot be read', 'No campaigns yet'],
    ['Calendar', 'The campaigns cannot be read', 'Nothing on the calendar yet'],
    ['Contacts', 'The contacts cannot be read', 'No contacts yet']
  ] as const) {
    await openPage(page, name)
    await expect(main.getByRole('heading', { name: title })).toBeVisible()
    await expect(main.getByText(beginning)).toHaveCount(0)
  }
  await main.getByRole('button', { name: 'Open the backups' }).click()
  await expect(main.getByRole('heading', { level: 2, name: 'Backup' })).toBeFocused()
  await expect(main.getByRole('heading', { level: 2, name: 'Backup' })).toBeInViewport()

  for (const file of ['campaigns.json', 'contacts.json']) {
    const banner = page.getByRole('status').filter({ hasText: `${file} is damaged` })
    await banner.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start empty' }).click()
    await expect(banner).toHaveCount(0)
  }
  await openPage(page, 'Campaigns')
  await expect(main.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible()
})
