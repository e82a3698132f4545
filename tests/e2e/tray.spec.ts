import { expect } from '@playwright/test'
import type { Loa } from '../support/app/launch-loa'
import { type MovableClock, movableClock } from '../support/app/movable-clock'
import { processesWith } from '../support/app/processes'
import { activeCampaign } from '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign as scheduled, contactRecord, idOf, scheduleFromNow } from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import type { TrayHost } from '../support/tray/tray-host'
import { test } from '../support/tray/tray-test'

const NINE = Date.parse('2026-03-10T09:00:00Z')
const DAY_MS = 86_400_000

const labels = async (tray: TrayHost) =>
  (await tray.menu()).filter((entry) => !entry.separator).map((entry) => entry.label)

const isChecked = async (tray: TrayHost, label: string) =>
  (await tray.menu()).find((entry) => entry.label === label)?.checked

/** Moves the clock by more than a running Loa believes, and says that it is right. */
async function leapTo(atMs: number, clock: MovableClock, { page }: Loa): Promise<void> {
  clock.moveTo(atMs)
  await expect
    .poll(() => page.evaluate(() => window.loa.getState()))
    .toMatchObject({ value: { clock_hold: { by_ms: expect.any(Number) as unknown } } })
  await page.evaluate(() => window.loa.confirmClock())
}

test('with the window closed the next occurrence is still sent; Quit leaves no process', async ({
  start,
  gateway,
  dataDir,
  tray,
  busEnv
}) => {
  const clock = movableClock(dataDir, NINE - 30_000)
  const loa = await start({ env: { ...clock.env, ...busEnv, TZ: 'UTC' } })
  await tray.icon()
  await activeCampaign(loa.page, { gatewayUrl: gateway.url, startTime: '2026-03-10T09:00:00' })
  clock.moveTo(NINE - 3_000)
  await gateway.until(() => gateway.messages.length === 3, 'the first occurrence', 30_000)

  const isVisible = () =>
    loa.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await loa.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.close())
  )
  await expect.poll(isVisible).toEqual([false])

  await expect
    .poll(() => labels(tray))
    .toEqual([
      'Open Loa',
      'Next runs',
      'Daily greeting, Wed, 11 Mar, 09:00',
      'Daily greeting, Thu, 12 Mar, 09:00',
      'Daily greeting, Fri, 13 Mar, 09:00',
      'Daily greeting, Sat, 14 Mar, 09:00',
      'Daily greeting, Sun, 15 Mar, 09:00',
      'Run now',
      'Pause all',
      'Emergency stop',
      'Quit Loa'
    ])
  await leapTo(NINE + DAY_MS - 3_000, clock, loa)
  await gateway.until(() => gateway.messages.length === 6, 'the occurrence of the next day', 30_000)
  const keys = gateway.messages.map((request) => request.idempotencyKey)
  expect(new Set(keys).size).toBe(6)
  expect(await isVisible()).toEqual([false])

  await tray.click('Open Loa')
  await expect.poll(isVisible).toEqual([true])

  const exit = new Promise<number | null>((resolve) => loa.process.once('exit', resolve))
  await tray.click('Quit Loa')
  expect(await exit).toBe(0)
  await expect.poll(() => processesWith(dataDir)).toEqual([])
})

test('Pause all holds every campaign, also after a restart, and what passed meanwhile is not made up for', async ({
  start,
  gateway,
  dataDir,
  tray,
  busEnv
}) => {
  const clock = movableClock(dataDir, NINE - 30_000)
  const env = { ...clock.env, ...busEnv, TZ: 'UTC' }
  const first = await start({ env })
  await activeCampaign(first.page, { gatewayUrl: gateway.url, startTime: '2026-03-10T09:00:00' })
  await tray.click('Pause all')
  await expect.poll(() => pausedAll(first)).toBe(true)
  const exit = new Promise((resolve) => first.process.once('exit', resolve))
  await tray.click('Quit Loa')
  await exit

  clock.moveTo(NINE + 20_000)
  const second = await start({ env })
  await expect(second.page.getByRole('switch', { name: 'Pause all' })).toBeChecked()
  await expect.poll(() => isChecked(tray, 'Pause all')).toBe(true)
  await tray.click('Pause all')
  await expect(second.page.getByRole('switch', { name: 'Pause all' })).not.toBeChecked()

  await leapTo(NINE + DAY_MS - 3_000, clock, second)
  await gateway.until(() => gateway.messages.length === 3, 'the occurrence of the next day', 30_000)
  const runs = await second.page.evaluate(() => window.loa.listRuns())
  expect(runs.ok && runs.value.map((run) => run.slot?.nominal)).toEqual(['2026-03-11T09:00:00'])
})

test('Emergency stop ends the sending from the tray; what then waits for a decision is told there', async ({
  tray,
  start,
  gateway,
  dataDir,
  busEnv
}) => {
  const held = new Held()
  gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
  const clock = movableClock(dataDir, NINE - 30_000)
  const { app, page } = await start({ env: { ...clock.env, ...busEnv, TZ: 'UTC' } })
  await page.evaluate(() => {
    window.loa.onOpenPage(({ page }) => document.body.setAttribute('data-opened', page))
  })
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: '2026-03-10T09:00:00' })
  clock.moveTo(NINE - 3_000)
  await gateway.until(() => held.count === 1, 'a request in flight', 30_000)

  await tray.click('Emergency stop')
  await expect.poll(() => isChecked(tray, 'Emergency stop')).toBe(true)
  await expect.poll(() => tray.tooltip()).toBe('Loa: emergency stop')
  held.release()
  await expect.poll(() => labels(tray)).toContain('1 to decide')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()))
  await tray.click('1 to decide')
  await expect(page.locator('body')).toHaveAttribute('data-opened', 'attention')

  // Releasing sends nothing by itself.
  await tray.click('Emergency stop')
  await expect.poll(() => isChecked(tray, 'Emergency stop')).toBe(false)
  const runs = await page.evaluate(() => window.loa.listRuns())
  expect(runs).toMatchObject({ value: [{ status: 'paused', pause: { reason: 'emergency_stop' } }] })
  expect(gateway.messages).toHaveLength(1)
})

const pausedAll = async ({ page }: Loa) => {
  const state = await page.evaluate(() => window.loa.getState())
  return state.ok && state.value.paused_all
}

test('a time in the tray names its zone when the clocks there show another one than here', async ({
  start,
  dataDir,
  tray,
  busEnv
}) => {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts([contactRecord(1)])
  await folder.writeCampaigns([
    scheduled(1, {
      name: 'Tea',
      contacts: [idOf(1)],
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(2 * DAY_MS)
    })
  ])
  await start({ env: { ...busEnv, TZ: 'Asia/Ho_Chi_Minh' } })
  await tray.icon()
  await expect.poll(() => labels(tray)).toContainEqual(expect.stringMatching(/^Tea, \w+, .*, \d\d:\d\d UTC$/))
  await expect.poll(() => tray.tooltip()).toMatch(/^Next: Tea, .* UTC$/m)
})
