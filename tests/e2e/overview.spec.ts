import { changeSettings } from '../support/app/change-settings'
import { expect, type Locator, type Page } from '@playwright/test'
import { mkdir, rename, rm } from 'node:fs/promises'
import { axeFaults } from '../support/app/axe-faults'
import { writePastRuns } from '../support/app/history'
import { quitLoa } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { region } from '../support/app/person'
import { runByName, TROUBLE, writeTrouble } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  idOf,
  scheduleFromNow,
  settingsFor
} from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import '../support/app/sample'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Which page the navigation says is open: what it shows is the business of that page's own tests. */
const isOpen = (page: Page, name: string) =>
  expect(page.getByRole('navigation').getByRole('button', { name })).toHaveAttribute('aria-current', 'page')

const choose = async (page: Page, theme: 'light' | 'dark') => {
  await changeSettings(page, { theme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
}

/** The card of the plot; the table in it is a region with a longer name. */
const messagesOf = (page: Page) =>
  page.getByRole('main').getByRole('region', { name: 'Last 30 days', exact: true })

/** The rows of a table, each as the texts of its cells. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))

/** Noon of a day of UTC so many days ago. */
const noon = (daysAgo: number) => Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS + DAY_MS / 2

/** Three runs of live messages, and one of practice that must not be counted among them. */
async function writeHistory(dataDir: string, gateway: RecordingGateway): Promise<TestFolder> {
  const folder = new TestFolder(dataDir)
  await folder.writeSettings(settingsFor(gateway))
  await writePastRuns(folder, [
    {
      name: 'Tea',
      gateway: 'custom',
      atMs: noon(3),
      ends: { whatsapp: { sent: 12, failed: 3 }, telegram: { sent: 5 } }
    },
    {
      name: 'Tea',
      gateway: 'custom',
      atMs: noon(2),
      ends: { whatsapp: { sent: 1_200 }, ai_call: { sent: 30, unknown: 2 } }
    },
    {
      name: 'Coffee',
      gateway: 'custom',
      atMs: noon(2) + HOUR_MS,
      ends: { telegram: { sent: 4, skipped: 6 } }
    },
    { name: 'Cake', gateway: 'practice', atMs: noon(2), ends: { whatsapp: { sent: 77 } } }
  ])
  return folder
}

test('a fresh window shows the three steps, each with its way, and ticks them as they are done', async ({
  start
}) => {
  const { page } = await start({ env: { TZ: 'UTC' } })
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  const steps = region(page, 'Your first campaign in three steps').getByRole('listitem')
  const done = steps.getByRole('img', { name: 'Done' })
  await expect(steps).toHaveCount(3)
  await expect(done).toHaveCount(0)
  await expect(messagesOf(page)).toBeHidden()

  await steps.getByRole('button', { name: 'Import a list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import contacts' })).toBeVisible()
  await openPage(page, 'Overview')
  await steps.getByRole('button', { name: 'Type one person' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'First name' }).fill('Emma')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Phone' }).fill('+44 7400 123456')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await openPage(page, 'Overview')
  await expect(done).toHaveCount(1)
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step')

  await steps.getByRole('button', { name: 'Write a campaign' }).click()
  await isOpen(page, 'Campaigns')
  await openPage(page, 'Overview')
  const campaign = await page.evaluate(async () => {
    const people = await window.loa.findContactIds({ filter: {}, sort: { by: 'name', descending: false } })
    const saved = await window.loa.saveCampaign({
      name: 'Tea',
      call_script: 'Tea is ready',
      flow: ['ai_call'],
      contacts: people.ok ? [...people.value] : [],
      schedule_settings: { frequency: 'daily', start_time: '2030-01-01T09:00:00', timezone: 'UTC' }
    })
    return saved.ok ? saved.value.campaign.name : saved.error.code
  })
  expect(campaign).toBe('Tea')
  await expect(done).toHaveCount(2)

  await runByName(page, 'Tea')
  await expect(steps).toHaveCount(0)
  await expect(page.getByText('All is well')).toBeVisible()
  await expect(region(page, 'Recently finished')).toContainText('Tea')
  await expect(messagesOf(page)).toContainText('Practice messages')
  await expect(messagesOf(page)).toContainText('1 message sent')
})

test('the messages of the last days are the same numbers as a picture and as a table, in both themes', async ({
  start,
  dataDir,
  gateway
}) => {
  await writeHistory(dataDir, gateway)
  const { page } = await start({ env: { TZ: 'UTC' } })
  const messages = messagesOf(page)
  await expect(messages).toContainText('1,251 messages sent')
  const legend = messages.getByRole('list')
  await expect(legend).toContainText('Sent 1,251')
  await expect(legend).toContainText('Failed 3')
  await expect(legend).toContainText('Unknown 2')
  await expect(legend).toContainText('Skipped 6')

  const canvas = messages.locator('canvas')
  const pixels = () => canvas.evaluate((drawn: HTMLCanvasElement) => drawn.toDataURL())
  const inLight = await pixels()
  await choose(page, 'dark')
  await expect.poll(pixels).not.toBe(inLight)
  await choose(page, 'light')
  await expect.poll(pixels).toBe(inLight)

  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('The plot is not drawn')
  // The middle of the third of thirty columns from the right, beside the axis: the day before yesterday.
  const columnWidth = (box.width - 60) / 30
  await page.mouse.move(box.x + box.width - 10 - 2.5 * columnWidth, box.y + box.height / 2)
  await expect(messages).toContainText('1,242')

  await messages.getByRole('button', { name: 'Show as table' }).click()
  const table = messages.getByRole('table')
  const rows = await rowsOf(table)
  expect(rows[0]).toEqual(['Day', 'Sent', 'Failed', 'Unknown', 'Skipped', 'Total'])
  expect(rows).toHaveLength(32)
  expect(rows.slice(-5).map(([, ...numbers]) => numbers)).toEqual([
    ['17', '3', '0', '0', '20'],
    ['1,234', '0', '2', '6', '1,242'],
    ['0', '0', '0', '0', '0'],
    ['0', '0', '0', '0', '0'],
    ['1,251', '3', '2', '6', '1,262']
  ])

  await messages.getByText('By channel').click()
  await expect(table.getByRole('columnheader')).toHaveText([
    'Day',
    'WhatsApp',
    'Telegram',
    'AI call',
    'Total'
  ])
  expect((await rowsOf(table)).slice(-5, -3).map(([, ...numbers]) => numbers)).toEqual([
    ['12', '5', '0', '17'],
    ['1,200', '4', '30', '1,234']
  ])
  await choose(page, 'dark')
  await expect(table).toBeVisible()

  // The practice run is counted for itself.
  await changeSettings(page, { gateway: 'practice' })
  await expect(messages).toContainText('Practice messages')
  await expect(messages).toContainText('77 messages sent')
})

test('what comes next counts down, and leads to its campaign and to the calendar', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contactRecords(3))
  await folder.writeSettings(settingsFor(gateway))
  await folder.writeCampaigns(
    Array.from({ length: 8 }, (_, index) =>
      activeCampaign(index + 1, {
        name: `Tea ${index + 1}`,
        contacts: [idOf(1), idOf(2), idOf(3)],
        flow: ['whatsapp', 'telegram'],
        schedule_settings: scheduleFromNow((8 - index) * HOUR_MS - 10 * MINUTE_MS)
      })
    )
  )
  await writePastRuns(folder, [
    { name: 'Tea', gateway: 'custom', atMs: noon(3), ends: { whatsapp: { sent: 1 } } }
  ])
  const { page } = await start({ env: { TZ: 'Asia/Ho_Chi_Minh' } })
  const next = region(page, 'Next').getByRole('listitem')
  await expect(next).toHaveCount(6)
  await expect(next.first()).toContainText('Tea 8')
  await expect(next.last()).toContainText('Tea 3')
  await expect(next.last()).toContainText(/in 5 h (49|48) min/)
  await expect(next.first()).toContainText('UTC')
  await expect(next.first()).toContainText('here')
  await expect(next.first()).toContainText('3 contacts')
  await expect(next.first().getByRole('img')).toHaveCount(2)

  const countdown = next.first().getByText(/in \d+ min \d+ s/)
  const before = await countdown.textContent()
  await expect(countdown).not.toHaveText(before ?? '')

  await next.first().getByRole('button', { name: 'Tea 8' }).click()
  await isOpen(page, 'Campaigns')
  await openPage(page, 'Overview')
  await page.getByRole('button', { name: 'Open calendar' }).click()
  await isOpen(page, 'Calendar')

  // The list of campaigns counts in the same way.
  await openPage(page, 'Campaigns')
  await expect(page.getByRole('row', { name: /Tea 3/ })).toContainText(/in 5 h (49|48|47) min/)
  const soon = page.getByRole('row', { name: /Tea 8/ }).getByText(/in \d+ min \d+ s/)
  const shown = await soon.textContent()
  await expect(soon).not.toHaveText(shown ?? '')
})

test('a run that is under way shows how far it is, is paused from here, and is then something to look at', async ({
  start,
  dataDir,
  gateway
}) => {
  const held = new Held()
  gateway.answer = () => held.answer
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contactRecords(5))
  await folder.writeSettings(settingsFor(gateway))
  await folder.writeCampaigns([
    campaignRecord(1, { name: 'Tea', contacts: [1, 2, 3, 4, 5].map(idOf), flow: ['whatsapp'] })
  ])
  const { page } = await start()
  await runByName(page, 'Tea')
  const running = region(page, 'Now running')
  await expect(running).toContainText('0 of 5 done')
  await expect(running).toContainText('5 sending')
  await gateway.until(() => held.count === 5, 'everything is under way')
  held.release(2)
  await expect(running).toContainText('2 of 5 done')
  await expect(running).toContainText('2 sent')

  await running.getByRole('button', { name: 'Pause Tea' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await expect(running).toBeHidden()
  const attention = region(page, 'Needs attention')
  await attention.getByRole('button', { name: /1 paused run/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tea' })).toBeVisible()
  held.release()
})

test('whatever needs attention is said once and leads to where it is decided', async ({
  start,
  dataDir,
  gateway
}) => {
  await writeTrouble(dataDir, gateway)
  const { page } = await start()
  const attention = region(page, 'Needs attention')
  const item = (name: RegExp) => attention.getByRole('button', { name })
  await expect(attention.getByRole('listitem')).toHaveCount(1)
  await item(/^3 missed runs/).click()
  await isOpen(page, 'To decide')

  const run = await runByName(page, TROUBLE.mixed)
  await expect
    .poll(() =>
      page.evaluate(
        (id) =>
          window.loa.listRuns().then((all) => all.ok && all.value.find((each) => each.id === id)?.status),
        run
      )
    )
    .toBe('finished')
  await openPage(page, 'Overview')
  await expect(region(page, 'Recently finished')).toContainText('With failures')
  await item(/^6 messages may have arrived/).click()
  await expect(page.getByRole('heading', { level: 1, name: TROUBLE.mixed })).toBeVisible()
  await expect(page.getByRole('button', { name: 'All 6 arrived' })).toBeVisible()

  await openPage(page, 'Overview')
  await page.getByRole('switch', { name: 'Pause all' }).click()
  await item(/^All sending is paused/).click()
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(item(/^All sending is paused/)).toBeHidden()

  await page.keyboard.press('Control+Shift+S')
  await item(/^The emergency stop is on/).click()
  await isOpen(page, 'To decide')
})

test('numbers that cannot be counted are said so, and can be asked for again; the page is remembered', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = await writeHistory(dataDir, gateway)
  const first = await start({ env: { TZ: 'UTC' } })
  await openPage(first.page, 'Settings')
  await quitLoa(first)

  const { page } = await start({ env: { TZ: 'UTC' } })
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  const [ledger] = await folder.ledgers()
  const file = folder.file(`runs/${ledger ?? ''}.jsonl`)
  await rename(file, `${file}.away`)
  await mkdir(file)
  await openPage(page, 'Overview')
  const messages = messagesOf(page)
  await expect(messages).toContainText('The messages could not be counted.')
  await expect(region(page, 'Recently finished')).toContainText('Coffee')

  await rm(file, { recursive: true })
  await rename(`${file}.away`, file)
  await messages.getByRole('button', { name: 'Try again' }).click()
  await expect(messages).toContainText('1,251 messages sent')
})

test('axe finds nothing serious, with everything on the page', async ({ start, dataDir, gateway }) => {
  const held = new Held()
  await writeTrouble(dataDir, gateway)
  const { page } = await start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await runByName(page, TROUBLE.mixed)
  await expect(region(page, 'Recently finished')).toContainText(TROUBLE.mixed)
  gateway.answer = () => held.answer
  await runByName(page, TROUBLE.slow)
  await expect(region(page, 'Now running')).toContainText(TROUBLE.slow)
  const messages = messagesOf(page)
  await expect(messages.locator('canvas')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await choose(page, theme)
    // The colours of a theme arrive a few frames after it.
    await expect.poll(() => axeFaults(page)).toEqual([])
    await messages.getByRole('button', { name: 'Show as table' }).click()
    await expect.poll(() => axeFaults(page)).toEqual([])
    await messages.getByRole('button', { name: 'Show as chart' }).click()
  }
  gateway.answer = () => accept
  held.release()
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the first steps, ${theme}`, async ({ start }) => {
    const { page } = await start()
    await choose(page, theme)
    await expect(region(page, 'Your first campaign in three steps')).toBeVisible()
    await expect.poll(() => axeFaults(page)).toEqual([])
  })
}
