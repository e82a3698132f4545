import { changeSettings } from '../support/app/change-settings'
import { expect, type Locator, type Page } from '@playwright/test'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from '../support/app/axe-faults'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { runByName } from '../support/app/trouble'
import { misbehave, OFFER, TROUBLED, writeOffer } from '../support/app/troubled-run'
import { phoneOf } from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import { addressIn, type RecordingGateway, textIn } from '../support/gateway/recording-gateway'

const { sent, failed, unknown, skipped } = TROUBLED
const HEADLINE = `Finished: ${sent} sent, ${failed} failed, ${unknown} unknown, ${skipped} skipped`

/** Longer than a test takes. */
const LONG_S = 300

const main = (page: Page) => page.getByRole('main')

/** How many are in a state; a click shows only those. */
const tile = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Filter by state' }).getByRole('button', { name })

const table = (page: Page) => page.getByRole('table', { name: 'Deliveries of this run' })

const cell = (page: Page, contact: string, channel: string) =>
  table(page).getByRole('button', { name: `${contact}, ${channel}:` })

/** How many contacts and deliveries the filter lets through. */
const found = (page: Page, words: string) =>
  expect(main(page).getByRole('status').filter({ hasText: 'contact' })).toHaveText(words)

const steps = (page: Page) =>
  page.getByRole('dialog').getByRole('list', { name: 'What happened' }).getByRole('listitem')

const confirm = (page: Page, question: string | RegExp, name: string) =>
  page.getByRole('dialog', { name: question }).getByRole('button', { name, exact: true }).click()

async function openRun(page: Page): Promise<void> {
  await openPage(page, 'Runs')
  await page.getByRole('button', { name: OFFER.name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: OFFER.name })).toBeVisible()
}

/** Begins a run whose first requests, one on each channel, wait for their answers. */
async function beginHeld(page: Page, gateway: RecordingGateway): Promise<Held> {
  const held = new Held()
  gateway.answer = () => held.answer
  await runByName(page, OFFER.name)
  await openRun(page)
  await gateway.until(() => held.count === 3, 'a request on each channel')
  return held
}

/** Runs the campaign against the gateway as it answers now, to the end, and shows the run. */
async function runToEnd(page: Page): Promise<void> {
  const runId = await runByName(page, OFFER.name)
  await expect
    .poll(() => page.evaluate(() => window.loa.listCampaigns()), { timeout: 20_000 })
    .toMatchObject({ value: [{ open_run: null, last_run: { id: runId } }] })
  await openRun(page)
}

test.beforeEach(({ dataDir, gateway }) => writeOffer(dataDir, gateway))

test('a run is watched while it happens, filtered, paused, continued and stopped', async ({
  start,
  gateway,
  dataDir
}) => {
  await writeOffer(dataDir, gateway, { timeoutS: LONG_S })
  const { page } = await start()
  const held = await beginHeld(page, gateway)
  await expect(main(page)).toContainText('0 of 36 done')
  await expect(tile(page, /^Sending\s*3/)).toBeVisible()
  await found(page, '12 contacts · 36 deliveries')

  held.release()
  await gateway.until(() => held.count === 3, 'the next request on each channel')
  await expect(main(page)).toContainText('3 of 36 done')
  await expect(main(page)).toContainText('3 a minute')
  await expect(cell(page, 'Contact 1', 'WhatsApp')).toContainText('Sent')
  await expect(page.getByRole('list', { name: 'Channels of this run' })).toContainText('1 sent')

  await tile(page, /^Sent/).click()
  await found(page, '3 contacts · 3 deliveries')
  await page.getByRole('combobox', { name: 'Filter by channel' }).click()
  await page.getByRole('option', { name: 'WhatsApp' }).click()
  await found(page, '1 contact · 1 delivery')
  await expect(tile(page, /^Waiting\s*10/)).toBeVisible()
  await expect(cell(page, 'Contact 1', 'WhatsApp')).not.toHaveAttribute('data-other')
  await expect(cell(page, 'Contact 1', 'Telegram')).toHaveAttribute('data-other', 'true')
  await page.getByRole('searchbox', { name: 'Search contacts in this run' }).fill('contact 2')
  await expect(main(page)).toContainText('Nothing matches')
  await page.getByRole('button', { name: 'Show all deliveries' }).click()
  await found(page, '12 contacts · 36 deliveries')

  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('The price changes')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  held.release()
  await expect(main(page)).toContainText('Paused by you. Note: The price changes')
  await expect(main(page)).toContainText('6 of 36 done')
  await expect(tile(page, /^Sending\s*0/)).toBeVisible()
  expect(held.count).toBe(0)

  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await gateway.until(() => held.count === 3, 'it goes on')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  held.release()
  await expect(main(page)).toContainText('Stopped: 9 sent, 27 skipped')
  await expect(main(page)).toContainText('Stopped by you.')
})

test('what is being read stays where it is while rows above it go', async ({ start, gateway, dataDir }) => {
  await writeOffer(dataDir, gateway, { people: 80, timeoutS: LONG_S })
  const held = new Held()
  gateway.answer = () => held.answer
  const { page } = await start()
  await runByName(page, OFFER.name)
  await openRun(page)
  await tile(page, /^Waiting/).click()
  await page.getByRole('combobox', { name: 'Filter by channel' }).click()
  await page.getByRole('option', { name: 'WhatsApp' }).click()
  await found(page, '79 contacts · 79 deliveries')
  // Nothing is kept at the very top, so the test has to be well below it.
  await table(page).evaluate((element) => element.parentElement?.scrollTo({ top: 40 * 40 }))
  const read = cell(page, 'Contact 45', 'WhatsApp')
  await expect(read).toBeInViewport()
  const before = await read.boundingBox()
  for (let round = 1; round <= 5; round += 1) {
    held.release()
    await gateway.until(() => held.count === 3, 'the next request on each channel')
    await found(page, `${79 - round} contacts · ${79 - round} deliveries`)
  }
  expect(await read.boundingBox()).toEqual(before)
})

test('everything that a run sends can be stopped from the run itself', async ({
  start,
  gateway,
  dataDir
}) => {
  await writeOffer(dataDir, gateway, { timeoutS: LONG_S })
  const { page } = await start()
  const held = await beginHeld(page, gateway)
  await page.getByRole('button', { name: 'Stop everything at once' }).click()
  await expect(main(page)).toContainText('Emergency stop: nothing is sent')
  held.release()
  await expect(main(page)).toContainText('Stopped by the emergency stop.')
  await expect(main(page)).toContainText('3 of 36 done')
  expect(gateway.messages).toHaveLength(3)
})

test('what happened to one message is told step by step, and the keyboard gets there', async ({
  start,
  gateway
}) => {
  misbehave(gateway)
  const { page } = await start()
  await runToEnd(page)
  await expect(main(page)).toContainText(HEADLINE)

  await table(page).getByRole('button', { name: 'Contact 1', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 'Contact 1', 'WhatsApp')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 'Contact 2', 'WhatsApp')).toBeFocused()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Contact 2' })
  await expect(drawer).toContainText('The gateway has accepted this.')
  await expect(drawer.getByRole('blockquote')).toHaveText(OFFER.text)
  await expect(steps(page)).toHaveCount(2)
  await expect(steps(page).first()).toContainText('Request 1: not taken')
  await expect(steps(page).first()).toContainText('Gateway too busy · status 429 · after')
  await expect(steps(page).first()).toContainText('{"error":"slow down"}')
  await expect(steps(page).first()).toContainText('Next try not before')
  await expect(steps(page).last()).toContainText('Request 2: accepted')
  await drawer.getByText('What was sent').click()
  await expect(drawer).toContainText(`${gateway.url}/whatsapp/send`)
  const [message, again] = gateway.messages.filter(
    (request) => request.path === '/whatsapp/send' && addressIn(request) === phoneOf(2)
  )
  expect(again?.bodyText).toBe(message?.bodyText)
  await expect(drawer).toContainText(message?.bodyText ?? 'no such request')
  await expect(drawer).toContainText(message?.idempotencyKey ?? 'no such request')
  await page.keyboard.press('Escape')
  await expect(cell(page, 'Contact 2', 'WhatsApp')).toBeFocused()

  // Enter on a row opens the first delivery that was asked for.
  await tile(page, /^Failed/).click()
  await found(page, '2 contacts · 2 deliveries')
  await table(page).getByRole('button', { name: 'Contact 3', exact: true }).press('Enter')
  const refused = page.getByRole('dialog', { name: 'Contact 3' })
  await expect(refused).toContainText('Telegram')
  await expect(refused).toContainText('The gateway refused it. Its own words say why.')
  await expect(steps(page)).toContainText('this user blocks bots')
  await refused.getByRole('button', { name: 'Open contact' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contact 3' })).toBeVisible()
})

test('what may have arrived is decided one by one and in bulk, and what failed is retried with the text of today', async ({
  start,
  gateway
}) => {
  misbehave(gateway)
  const { page } = await start()
  await runToEnd(page)
  const before = gateway.messages.length
  gateway.answer = () => accept

  await openPage(page, 'Runs')
  await page
    .getByRole('row', { name: OFFER.name })
    .getByRole('button', { name: `${unknown} unknown` })
    .click()
  await expect(tile(page, /^Unknown/)).toHaveAttribute('aria-pressed', 'true')
  await found(page, '3 contacts · 3 deliveries')
  await cell(page, 'Contact 6', 'AI call').click()
  await expect(steps(page)).toContainText('Request 1: may have arrived')
  await expect(steps(page)).toContainText('No answer in time')
  await page.getByRole('dialog').getByRole('button', { name: 'It arrived' }).click()
  await confirm(page, 'Mark 1 message as arrived?', 'It arrived')
  await found(page, '2 contacts · 2 deliveries')
  expect(gateway.messages).toHaveLength(before)

  await page.getByRole('button', { name: 'Send all 2 again' }).click()
  await confirm(page, 'Send 2 messages again?', 'Send again')
  await gateway.until(() => gateway.messages.length === before + 2, 'both are sent again')
  await expect(main(page)).toContainText(`Finished: 33 sent, ${failed} failed, ${skipped} skipped`)
  await tile(page, /^All/).click()
  await cell(page, 'Contact 6', 'AI call').click()
  await expect(steps(page).last()).toContainText('You decided: it arrived')
  await page.keyboard.press('Escape')
  const [again, other] = gateway.messages.slice(before)
  for (const repeated of [again, other]) {
    expect(gateway.messages.filter((one) => one.idempotencyKey === repeated?.idempotencyKey)).toHaveLength(2)
  }

  await page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    const [view] = listed.ok ? listed.value : []
    if (view === undefined) throw new Error('There is no campaign')
    await window.loa.saveCampaign({ ...view.campaign, call_script: 'The shop opens at ten.' })
  })
  await main(page)
    .getByRole('button', { name: `${failed} failed` })
    .first()
    .click()
  await cell(page, 'Contact 4', 'WhatsApp').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retry failed of this run' }).click()
  const retry = page.getByRole('dialog', { name: /^Retry what failed/ })
  await expect(retry).toContainText(OFFER.text)
  await expect(retry).toContainText('The shop opens at ten.')
  await retry.getByRole('radio', { name: /text of today/ }).click()
  await retry.getByRole('button', { name: 'Send to real people' }).click()
  await expect(main(page)).toContainText('This run repeats what failed in an earlier one.')
  await expect(main(page)).toContainText('Finished: 2 sent, nothing failed')
  expect(gateway.messages.slice(before + 2).map(textIn)).toEqual(Array(failed).fill('The shop opens at ten.'))
  await page.getByRole('tab', { name: 'Message' }).click()
  await expect(main(page).getByRole('blockquote')).toHaveText('The shop opens at ten.')

  await page.getByRole('button', { name: 'Open the earlier run' }).click()
  await main(page)
    .getByRole('button', { name: `${failed} failed` })
    .first()
    .click()
  await cell(page, 'Contact 4', 'WhatsApp').click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Retry failed' })).toHaveCount(0)
  await expect(steps(page).last()).toContainText('A retry took it over')
  await steps(page).last().getByRole('button', { name: 'Open the retry' }).click()
  await expect(main(page)).toContainText('This run repeats what failed in an earlier one.')
})

test('a contact and a campaign that were deleted since are said to be, and lead nowhere', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await runToEnd(page)
  await page.getByRole('tab', { name: 'Message' }).click()
  await expect(page.getByRole('button', { name: 'Open the campaign' })).toBeVisible()
  expect(gateway.messages).toHaveLength(35)
  await page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    const [view] = listed.ok ? listed.value : []
    await window.loa.deleteContacts(['000000000000000000000001'])
    await window.loa.deleteCampaign(view?.campaign._id ?? '')
  })
  await expect(page.getByRole('button', { name: 'Open the campaign' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Deliveries' }).click()
  await cell(page, 'Contact 1', 'WhatsApp').click()
  await expect(page.getByRole('dialog', { name: 'Contact 1' })).toContainText(
    'The contact was deleted since.'
  )
  await expect(page.getByRole('button', { name: 'Open contact' })).toHaveCount(0)
})

/** Writes a report through the menu and gives its path, as the toast names it. */
async function writeReport(page: Page, downloads: string, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  const toast = page.getByRole('status').filter({ hasText: 'is in the folder “Downloads”.' })
  const file = /^(.*) is in the folder/.exec((await toast.textContent()) ?? '')?.[1] ?? ''
  await expect(toast.getByRole('button', { name: 'Show in folder' })).toBeVisible()
  await toast.getByRole('button', { name: 'Close' }).click()
  await expect(toast).toHaveCount(0)
  return join(downloads, file)
}

async function verdictOn(dialog: Locator, path: string, title: string): Promise<void> {
  await dialog.getByLabel(/^Choose (a|another) report$/).setInputFiles(path)
  await expect(dialog.getByRole('status')).toContainText(title)
}

test('a run is written to files, and one changed byte, a missing end and another file are found', async ({
  start,
  gateway,
  dataDir
}) => {
  const downloads = await ownDownloads(dataDir)
  misbehave(gateway)
  const { page } = await start()
  await runToEnd(page)
  const failures = await readFile(await writeReport(page, downloads, 'Only what was not sent (CSV)'), 'utf8')
  expect(failures.split(/\r?\n/).filter((line) => /Contact \d/.test(line))).toHaveLength(
    failed + unknown + skipped
  )
  const json = await writeReport(page, downloads, 'JSON')
  const content = await readFile(json)
  expect(content.toString()).toContain('this user blocks bots')

  await openPage(page, 'Runs')
  await page.getByRole('button', { name: 'Check a report' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check a report' })
  await verdictOn(dialog, json, 'Nothing was changed')
  await expect(dialog.getByRole('status')).toContainText(/Seal[0-9a-f]{64}/)

  const altered = Buffer.from(content)
  const at = altered.indexOf('Contact 5')
  altered.write('Contact 9', at)
  const line = altered.subarray(0, at).toString().split('\n').length
  await writeFile(join(downloads, 'altered.json'), altered)
  await verdictOn(dialog, join(downloads, 'altered.json'), 'This report was changed')
  await expect(dialog.getByRole('status')).toContainText(`Line ${line} is not as Loa wrote it.`)

  const lines = content.toString().split('\n')
  await writeFile(join(downloads, 'short.json'), `${lines.slice(0, 10).join('\n')}\n`)
  await verdictOn(dialog, join(downloads, 'short.json'), 'The end of this report is missing')
  await expect(dialog.getByRole('status')).toContainText('Line 10 is the last one that is there.')
  await verdictOn(dialog, join(dataDir, 'contacts.json'), 'No report of Loa')
})

test('a report that cannot be written says where it was to go', async ({ start, dataDir }) => {
  const downloads = await ownDownloads(dataDir)
  const { page } = await start()
  await runToEnd(page)
  // Nothing can be made in what is a file by now.
  await rm(downloads, { recursive: true })
  await writeFile(downloads, '')
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByRole('menuitem', { name: 'CSV', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('No report was written to the downloads folder.')
})

test('a run is compared with the runs of its campaign before it', async ({ start, gateway }) => {
  const { page } = await start()
  await runToEnd(page)
  await page.getByRole('tab', { name: 'Compared with earlier runs' }).click()
  await expect(main(page)).toContainText('This is the first run')
  misbehave(gateway)
  await runToEnd(page)
  await page.getByRole('tab', { name: 'Compared with earlier runs' }).click()
  await expect(main(page)).toContainText(
    `${failed} more failed, ${unknown} more unknown and ${failed + unknown} fewer sent than last time.`
  )
  const rows = page.getByRole('table', { name: 'Compared with earlier runs' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(rows.nth(1)).toContainText(`This run${sent}${failed}${unknown}${skipped}`)
  await expect(rows.nth(2)).toContainText('Run by hand35001')
  await rows.nth(2).getByRole('button').click()
  await expect(main(page)).toContainText('Finished: 35 sent, 1 skipped')
})

test('axe finds nothing serious in a run, light or dark', async ({ start, gateway }) => {
  misbehave(gateway)
  const { page } = await start()
  await runToEnd(page)
  await runToEnd(page)
  const faults: Record<string, string[]> = {}
  for (const theme of ['light', 'dark'] as const) {
    await changeSettings(page, { theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    const look = async (what: string) => {
      faults[`${what}, ${theme}`] = await axeFaults(page)
    }
    await page.getByRole('tab', { name: 'Deliveries' }).click()
    await tile(page, /^All/).click()
    await tile(page, /^Unknown/).click()
    await expect(page.getByRole('button', { name: 'Send all 3 again' })).toBeVisible()
    await look('deliveries')
    await cell(page, 'Contact 5', 'WhatsApp').click()
    await page.getByText('What was sent').click()
    await look('drawer')
    await page.keyboard.press('Escape')
    for (const tab of ['Compared with earlier runs', 'Message']) {
      await page.getByRole('tab', { name: tab }).click()
      await look(tab)
    }
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Check a report' }).click()
    await expect(page.getByLabel('Choose a report')).toBeFocused()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await look('check')
    await page.keyboard.press('Escape')
  }
  expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((what) => [what, []])))
})
