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

const question = ({ page }: Loa) => page.getByRole('dialog', { name: 'Quit while a run is open?' })

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
  expect(await windowState(loa)).toBe('shown')
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
  expect(await windowState(loa)).toBe('shown')
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
