import { expect, type Page } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeFaults } from '../support/app/axe-faults'
import { clipboardText, lineCount, linesInSight, numbersInConsole } from '../support/app/console-page'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import '../support/app/sample'
import { sayLines } from '../support/app/say-lines'
import { runByName } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import { campaignRecord, contactRecord, idOf, settingsFor } from '../support/engine/records'
import { accept, chosenBy, status } from '../support/gateway/gateway-answers'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { HOSTILE } from '../support/log/log-lines'

const LESSON = 'Nhắc lịch học'
const FEES = 'Học phí'

/** Two campaigns of three people each; the gateway refuses the messages to Lan. */
async function fillFolder(dataDir: string, gateway: RecordingGateway): Promise<void> {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([
    contactRecord(1, { first_name: 'Đạt', last_name: 'Nguyễn' }),
    contactRecord(2, { first_name: 'Lan', last_name: 'Hoàng' }),
    contactRecord(3, { first_name: 'Minh', last_name: 'Bùi' })
  ])
  const base = { contacts: [idOf(1), idOf(2), idOf(3)], flow: ['whatsapp' as const] }
  await folder.writeCampaigns([
    campaignRecord(1, { ...base, name: LESSON, policies: { error_threshold: { errors: 0, in_a_row: 0 } } }),
    campaignRecord(2, { ...base, name: FEES })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const refusing = chosenBy(({ bodyText }) =>
    bodyText.includes('1000002') ? status(400, { success: false, message: 'not on WhatsApp' }) : accept
  )
  gateway.answer = () => refusing
}

/** Runs a campaign to its end and gives the id of the run. */
async function run(page: Page, name: string): Promise<string> {
  const id = await runByName(page, name)
  await expect
    .poll(() => page.evaluate((runId) => window.loa.getRunOverview(runId), id))
    .toMatchObject({ value: { summary: { status: 'finished' } } })
  return id
}

const line = (page: Page, text: string | RegExp) => linesInSight(page).filter({ hasText: text })
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are set' }).getByRole('listitem')

test('filters are combined, shown as chips, and taken away by keyboard', async ({
  start,
  dataDir,
  gateway
}) => {
  await fillFolder(dataDir, gateway)
  const { page } = await start()
  await run(page, LESSON)
  await run(page, FEES)
  await openPage(page, 'Console')
  await line(page, 'failed for Lan Hoàng').first().click()
  await page.getByRole('button', { name: 'Show only' }).click()
  await page.getByRole('menuitem', { name: 'This campaign' }).click()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('hoang WHATSAPP')
  await page.getByRole('combobox', { name: 'Filter by level' }).click()
  await page.getByRole('option', { name: 'Warnings and errors' }).click()
  await expect(chips(page)).toHaveText([
    /Level.*Warnings and errors/,
    `Campaign${LESSON}`,
    'Texthoang WHATSAPP',
    'Remove all'
  ])
  await expect(linesInSight(page)).toHaveCount(1)
  await expect(linesInSight(page)).toContainText('failed for Lan Hoàng')

  await page.getByRole('button', { name: 'Remove filter Level: Warnings and errors' }).focus()
  await page.keyboard.press('Enter')
  await expect(linesInSight(page)).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(chips(page)).toHaveText(['Texthoang WHATSAPP'])
  await expect(linesInSight(page)).toHaveCount(4)
  await page.keyboard.press('Enter')
  await expect(chips(page)).toHaveCount(0)

  await page.getByRole('button', { name: 'More filters' }).click()
  await page.getByRole('combobox', { name: 'Person' }).fill('dat')
  await page.getByRole('option', { name: 'Đạt Nguyễn', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(chips(page)).toHaveText(['PersonĐạt Nguyễn'])
  await expect(linesInSight(page)).toHaveCount(4)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('no such line')
  await expect(page.getByText('No line matches')).toBeVisible()
  await expect.poll(() => axeFaults(page)).toEqual([])
})

test('from a line to its delivery, and from there to the lines about it', async ({
  start,
  dataDir,
  gateway
}) => {
  await fillFolder(dataDir, gateway)
  const { page } = await start()
  await run(page, LESSON)
  await openPage(page, 'Console')
  await line(page, 'failed for Lan Hoàng').click()
  await page.getByRole('button', { name: 'Open delivery' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('Lan Hoàng').first()).toBeVisible()
  await drawer.getByRole('button', { name: 'Show in console' }).click()
  await expect(chips(page)).toHaveText([new RegExp(`^Run${LESSON}`), 'PersonLan Hoàng', 'Remove all'])
  await expect(linesInSight(page)).toHaveCount(2)

  await openPage(page, 'Runs')
  await page.getByText(LESSON).first().click()
  await page.getByRole('main').getByRole('button', { name: 'Show in console' }).click()
  await expect(chips(page)).toHaveText([new RegExp(`^Run${LESSON}`)])
  await openPage(page, 'Contacts')
  await page
    .getByRole('button', { name: /Minh Bùi/ })
    .first()
    .click()
  await page.getByRole('main').getByRole('button', { name: 'Show in console' }).click()
  await expect(chips(page)).toHaveText(['PersonMinh Bùi'])
  await openPage(page, 'Campaigns')
  await page.getByRole('button', { name: `More actions for ${FEES}` }).click()
  await page.getByRole('menuitem', { name: 'Show in console' }).click()
  await expect(chips(page)).toHaveText([`Campaign${FEES}`])
  await expect(page.getByText('No line matches')).toBeVisible()
})

test('a line that was found stays in sight when the search is taken away', async ({ start }) => {
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 2_000 })
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('line 777')
  await line(page, /line 777 /).click()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
  await expect(line(page, /line 776 /)).toBeInViewport()
  await expect(line(page, /line 778 /)).toBeInViewport()
  await sayLines(app, { from: 2_001, to: 2_010 })
  await expect(lineCount(page)).toHaveText(/2,01\d lines/)
  await expect(line(page, /line 777 /)).toBeInViewport()
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(line(page, /line 2010 /)).toBeInViewport()
})

test('following ends where somebody reads, and new lines are counted', async ({ start }) => {
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 500 })
  await expect(line(page, /line 500 /)).toBeInViewport()
  await page.getByRole('listbox', { name: 'Log lines' }).focus()
  await page.keyboard.press('Home')
  await expect(linesInSight(page).first()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
  await sayLines(app, { from: 501, to: 530 })
  await page.getByRole('button', { name: '30 new lines' }).click()
  await expect(line(page, /line 530 /)).toBeInViewport()
  await page.getByRole('button', { name: 'Following' }).click()
  await sayLines(app, { from: 531, to: 600 })
  await expect(page.getByRole('button', { name: '70 new lines' })).toBeVisible()
  await expect(line(page, /line 530 /)).toBeInViewport()
})

test('lines are copied, saved and cleared from view; the file keeps them all', async ({ start, dataDir }) => {
  const downloads = await ownDownloads(dataDir)
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 1_200 })
  await expect(lineCount(page)).toHaveText(/1,20\d lines/)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('line 11')
  const shown = Array.from({ length: 1_200 }, (_, index) => index + 1).filter((number) =>
    String(number).includes('11')
  )
  await expect(lineCount(page)).toHaveText(new RegExp(`^${shown.length} of 1,20\\d lines$`))

  // One line, a stretch of them, everything that the filter shows.
  await line(page, /line 1198 /).click()
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboardText(app)).toMatch(/^\S+Z ❌ \[LOA\] line 1198 $/)
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('3 lines chosen')).toBeVisible()
  await page.keyboard.press('Control+c')
  await expect.poll(async () => numbersIn(await clipboardText(app))).toEqual([1_196, 1_197, 1_198])
  await page.getByRole('button', { name: 'Copy lines' }).click()
  await expect.poll(async () => numbersIn(await clipboardText(app))).toEqual(shown)

  await page.getByRole('button', { name: 'Save to file' }).click()
  await expect(page.getByText(/^\d+ lines are in loa-log-.*\.txt, folder “Downloads”\.$/)).toBeVisible()
  const [name = ''] = await readdir(downloads)
  expect(numbersIn(await readFile(join(downloads, name), 'utf8'))).toEqual(shown)

  await page.getByRole('button', { name: 'Remove filter Text: line 11' }).click()
  await page.getByRole('button', { name: 'Clear view' }).click()
  await expect(page.getByText('The view is cleared')).toBeVisible()
  await sayLines(app, { from: 1_201, to: 1_203 })
  await expect(linesInSight(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Show again' }).click()
  await expect(lineCount(page)).toHaveText(/1,20\d lines/)
  const numbers = (await numbersInConsole(app)).filter((number) => number > 0)
  expect(numbers).toEqual(Array.from({ length: 1_203 }, (_, index) => index + 1))
  const file = () => readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8')
  await expect.poll(async () => numbersIn(await file())).toEqual(numbers)
})

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/line (\d+) /g)].map(([, number]) => Number(number))

test('the log file is shown in its folder, and kept for as many days as the settings say', async ({
  start,
  dataDir
}) => {
  const { app, page } = await start()
  await app.evaluate(({ shell }) => {
    const shown: string[] = []
    shell.showItemInFolder = (path) => shown.push(path)
    Object.assign(globalThis, { shownFiles: shown })
  })
  const shown = () => app.evaluate(() => (globalThis as unknown as { shownFiles: string[] }).shownFiles)
  const file = join(dataDir, 'logs', 'scheduler.log')
  await openPage(page, 'Console')
  await page.getByRole('button', { name: 'Show log file in folder' }).click()
  await expect.poll(shown).toEqual([file])

  await openPage(page, 'Settings')
  await page.getByRole('button', { name: 'Show log file in folder' }).click()
  await expect.poll(shown).toEqual([file, file])
  const days = page.getByRole('textbox', { name: 'Keep log files for' })
  await days.fill('400')
  await expect(page.getByText('Type a whole number of days from 1 to 365.')).toBeVisible()
  await days.fill('7')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect
    .poll(() => page.evaluate(() => window.loa.getSettings()))
    .toMatchObject({ value: { log_keep_days: 7 } })
})

test('whatever somebody is called and whatever a gateway answers is shown as text', async ({
  start,
  dataDir,
  gateway
}) => {
  const folder = new TestFolder(dataDir)
  const name = `${HOSTILE.html}${HOSTILE.bidi}${HOSTILE.stacked}`
  await folder.writeContacts([contactRecord(1, { first_name: name, last_name: 'X' })])
  await folder.writeCampaigns([
    campaignRecord(1, { name: HOSTILE.html + HOSTILE.bidi, contacts: [idOf(1)], flow: ['whatsapp'] })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const answer = `${HOSTILE.html}${HOSTILE.ansi}${HOSTILE.controls}${'A'.repeat(100_000)}`
  gateway.answer = () => status(400, { success: false, message: answer })
  const { app, page } = await start()
  const title = await page.title()
  await page.setViewportSize({ width: 1024, height: 640 })
  await run(page, HOSTILE.html + HOSTILE.bidi)
  await sayLines(app, { to: 1, text: Object.values(HOSTILE).join(' ').repeat(400) })
  await openPage(page, 'Console')
  await line(page, /failed for/).click()
  await page.getByRole('button', { name: 'Show only' }).click()
  await page.getByRole('menuitem', { name: 'This person' }).click()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill(HOSTILE.html.repeat(100))
  await expect(chips(page)).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('')
  const detail = page.getByRole('region', { name: 'Line' })
  await expect(detail).toContainText(HOSTILE.html)
  await expect(detail).toContainText('\\u202egnp.exe')

  // Nothing of it has become part of the page, and nothing reaches beyond the window.
  expect(await page.title()).toBe(title)
  expect(await page.evaluate(() => document.querySelectorAll('main img, main script').length)).toBe(0)
  await page
    .getByRole('button', { name: 'Remove all' })
    .or(page.getByRole('button', { name: /Remove filter/ }))
    .first()
    .click()
  await line(page, /line 1 /).click()
  for (const part of [page.locator('html'), page.getByRole('main'), detail, line(page, /line 1 /)]) {
    const box = await part.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1_024)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640)
  }
  const heights = await linesInSight(page).evaluateAll((rows) => rows.map((row) => row.clientHeight))
  expect(new Set(heights)).toEqual(new Set([26]))

  await page.getByRole('listbox', { name: 'Log lines' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboardText(app)).toContain('failed for')
  const copied = await clipboardText(app)
  const file = await readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8')
  for (const text of [copied, file]) {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
    expect(text).toContain(HOSTILE.html)
    for (const one of text.split('\n').filter((each) => each !== '')) {
      expect(one).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \S/u)
    }
  }
})
