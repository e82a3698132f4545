import { expect } from '@playwright/test'
import { once } from 'node:events'
import { TestFolder } from '../support/engine/data-folder'
import {
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  limitsOf,
  settingsFor
} from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import { test as base } from '../support/tray/tray-test'
import { closeWindow, windowState } from '../support/tray/window-state'
import type { Loa } from '../support/app/launch-loa'
import { openPage } from '../support/app/pages'

const CAMPAIGN = campaignRecord(1, {
  name: 'Tea_time & co',
  contacts: contactRecords(5).map(({ _id }) => _id)
})

interface Fixtures {
  /** Loa with a campaign of five people, and a gateway that keeps every answer back. */
  readonly loa: Loa
  readonly held: Held
}

const test = base.extend<Fixtures>({
  held: async ({ gateway }, use) => {
    const held = new Held()
    gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
    await use(held)
    held.release()
  },
  loa: async ({ held: _held, gateway, start, dataDir, busEnv, tray }, use) => {
    const folder = new TestFolder(dataDir)
    await folder.writeContacts(contactRecords(5))
    await folder.writeCampaigns([CAMPAIGN])
    await folder.writeSettings(settingsFor(gateway, { limits: limitsOf(1) }))
    const loa = await start({ env: busEnv })
    await tray.icon()
    await use(loa)
  }
})

const runNow = ({ page }: Loa) =>
  page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    if (plan.ok) await window.loa.runNow(id, plan.value.run_id)
  }, CAMPAIGN._id)

const question = ({ page }: Loa) => page.getByRole('dialog', { name: 'Quit while a run is running?' })

/** The app may be gone before the click is acknowledged; whether it went well is asked of its exit. */
const sayQuit = (loa: Loa) =>
  question(loa)
    .getByRole('button', { name: 'Quit' })
    .click()
    .catch(() => undefined)

test('Quit asks while a run is active, once, also when the window is closed; what is queued goes on at the next start', async ({
  loa,
  held,
  tray,
  gateway,
  start,
  busEnv
}) => {
  await runNow(loa)
  await gateway.until(() => held.count > 0, 'a request in flight')
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('hidden')
  await tray.click('Quit Loa')
  await expect(question(loa)).toBeVisible()
  await expect.poll(() => windowState(loa)).toBe('shown')
  await expect(question(loa)).toContainText('1 run is running. What is under way ends first')
  await expect(question(loa)).toContainText('What is still queued goes on when Loa starts again.')
  await tray.click('Quit Loa')
  await question(loa).getByRole('button', { name: 'Keep running' }).click()
  await expect(question(loa)).toBeHidden()
  expect(loa.process.exitCode).toBeNull()

  await loa.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items
    file?.find(({ accelerator }) => accelerator === 'CommandOrControl+Q')?.click()
  })
  await expect(question(loa)).toBeVisible()
  held.release()
  gateway.answer = () => accept
  const exit = once(loa.process, 'exit')
  await sayQuit(loa)
  expect(await exit).toEqual([0, null])

  const again = await start({ env: busEnv })
  await expect
    .poll(() => again.page.evaluate(() => window.loa.listRuns()), { timeout: 30_000 })
    .toMatchObject({ value: [{ status: 'finished', counts: { sent: 15 } }] })
})

test('the end of the session asks nothing', async ({ loa, held, gateway }) => {
  await runNow(loa)
  await gateway.until(() => held.count > 0, 'a request in flight')
  const exit = once(loa.process, 'exit')
  loa.process.kill('SIGTERM')
  held.release()
  expect(await exit).toEqual([0, null])
})

test('a run that stands still is counted and called the same everywhere, and quitting does not ask about it', async ({
  loa,
  held,
  tray,
  gateway
}) => {
  const { page } = loa
  const status = page.getByRole('contentinfo', { name: 'Status' })
  const labels = async () => (await tray.menu()).map(({ label }) => label)
  await runNow(loa)
  await gateway.until(() => held.count === 3, 'a request in flight on each channel')
  await expect(status).toContainText('1 run is running')
  await expect.poll(() => tray.tooltip()).toContain('1 run is running')
  await expect.poll(labels).toContain('1 run is running')

  gateway.answer = () => accept
  await page.evaluate(() => window.loa.setPausedAll(true))
  held.release()
  await expect(status).toContainText('1 run stands still')
  await expect(status).not.toContainText('1 run is running')
  await expect.poll(labels).toContain('1 run stands still')
  await expect.poll(labels).toContain('Tea_time & co: 3 of 15, stands still')
  await openPage(page, 'Overview')
  const open = page.getByRole('region', { name: 'Now running' })
  await expect(open).toHaveText(/^Now running\s*1 run stands still$/)
  await openPage(page, 'Runs')
  await expect(page.getByRole('row', { name: /Tea_time & co/ })).toContainText('Stands still')
  await openPage(page, 'Campaigns')
  await expect(page.getByRole('row', { name: /Tea_time & co/ })).toContainText('Stands still')
  await openPage(page, 'Calendar')
  await expect(page.getByRole('button', { name: /Tea_time & co.*Stands still/ })).toBeVisible()
  await openPage(page, 'Health')
  await expect(page.getByRole('main')).toContainText('1 run stands still')

  const exit = once(loa.process, 'exit')
  await tray.click('Quit Loa')
  expect(await exit).toEqual([0, null])
})

test('Quit names what is not saved, also with the window in the tray, and loses it only with a yes', async ({
  loa,
  tray
}) => {
  const { page } = loa
  const unsaved = page.getByRole('dialog', { name: 'Quit without saving?' })
  const daily = page.getByRole('switch', { name: 'A copy every day by itself' })
  await openPage(page, 'Settings')
  await daily.uncheck({ force: true })
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('hidden')
  await tray.click('Quit Loa')
  await expect.poll(() => windowState(loa)).toBe('shown')
  await expect(unsaved).toContainText('Settings have changes that are not saved.')
  await unsaved.getByRole('button', { name: 'Keep running' }).click()
  await expect(unsaved).toBeHidden()
  await expect(daily).not.toBeChecked()
  expect(loa.process.exitCode).toBeNull()

  await page.getByRole('button', { name: 'Discard' }).click()
  await openPage(page, 'Contacts')
  await page.getByRole('button', { name: 'Add contact' }).click()
  await page.getByRole('textbox', { name: 'First name' }).fill('An')
  await tray.click('Quit Loa')
  await expect(unsaved).toContainText('A contact has changes that are not saved.')
  await expect(unsaved).not.toContainText('Settings')
  const exit = once(loa.process, 'exit')
  await unsaved
    .getByRole('button', { name: 'Quit' })
    .click()
    .catch(() => undefined)
  expect(await exit).toEqual([0, null])
})

test('the end of the session does not ask about what is not saved either', async ({ loa }) => {
  await openPage(loa.page, 'Settings')
  await loa.page.getByRole('switch', { name: 'A copy every day by itself' }).uncheck({ force: true })
  await expect(loa.page.getByRole('button', { name: 'Discard' })).toBeVisible()
  const exit = once(loa.process, 'exit')
  loa.process.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
})

test('Run now in the tray only asks, and a double click is one run', async ({
  loa,
  tray,
  gateway,
  held: _held
}) => {
  await closeWindow(loa)
  await tray.click('Run now/Tea_time & co…')
  await tray.click('Run now/Tea_time & co…')
  const dialog = loa.page.getByRole('dialog', { name: /Tea_time & co/ })
  await expect(dialog).toHaveCount(1)
  await expect(dialog).toBeVisible()
  expect(gateway.messages).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Send to real people' }).click()
  await gateway.until(() => gateway.messages.length > 0, 'the run has begun')
  const runs = await loa.page.evaluate(() => window.loa.listRuns())
  expect(runs).toMatchObject({ value: [{ status: 'running' }] })

  // The run is listed by its name, and opens from there.
  await expect
    .poll(async () => (await tray.menu()).map(({ label }) => label))
    .toContain('Tea_time & co: 0 of 15')
  await closeWindow(loa)
  await tray.click('Tea_time & co: 0 of 15')
  await expect(loa.page.getByRole('heading', { level: 1, name: 'Tea_time & co' })).toBeVisible()
  await expect.poll(() => windowState(loa)).toBe('shown')
})

test('the icon shows at a glance what the app is at', async ({ loa, held, tray, gateway }) => {
  const BADGES = { idle: '#6a5ae8', running: '#12946a', paused: '#f0b429', attention: '#d92d20' } as const
  await expect.poll(() => tray.colour()).toBe(BADGES.idle)
  await runNow(loa)
  await gateway.until(() => held.count > 0, 'a request in flight')
  await expect.poll(() => tray.colour()).toBe(BADGES.running)
  await tray.click('Emergency stop')
  await expect.poll(() => tray.colour()).toBe(BADGES.paused)
  held.release()
  await tray.click('Emergency stop')
  await expect.poll(() => tray.colour()).toBe(BADGES.attention)
  expect(await tray.tooltip()).toContain('1 to decide')
})

test('a page that was made anew by a click on the tray hears where it is to go', async ({
  start,
  busEnv,
  tray,
  dataDir
}) => {
  await new TestFolder(dataDir).writeContacts([contactRecord(1)])
  await new TestFolder(dataDir).writeCampaigns([campaignRecord(1, { name: 'Tea', contacts: [idOf(1)] })])
  const loa = await start({ env: busEnv })
  await tray.icon()
  await loa.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy())
  await expect.poll(() => windowState(loa)).toBe('none')
  const opened = loa.app.waitForEvent('window')
  await tray.click('Run now/Tea…')
  await expect((await opened).getByRole('dialog', { name: /Tea/ })).toBeVisible()
})
