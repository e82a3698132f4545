import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { electronPath } from '../support/app/launch-loa'
import { startService } from '../support/desktop/bus'
import { startTrayHost } from '../support/tray/tray-host'
import { test as base } from '../support/tray/tray-test'
import { closeWindow, windowState } from '../support/tray/window-state'
import { startXDesktop, type XDesktop } from '../support/tray/x-desktop'

const test = base.extend<{ desktop: XDesktop }>({
  desktop: async ({ browserName: _browserName }, use) => {
    const desktop = await startXDesktop()
    await use(desktop)
    await desktop.stop()
  }
})

/** Starts the app once more, as somebody does who cannot find its window. */
async function startAgain(dataDir: string, env: Record<string, string>): Promise<void> {
  const args = [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`]
  const child = spawn(electronPath(), args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  expect(await once(child, 'exit')).toEqual([0, null])
}

test('a panel that comes late gets the icon, and gets it back after a restart, each time once', async ({
  start,
  bus,
  busEnv
}) => {
  const loa = await start({ env: busEnv })
  const first = await startTrayHost(bus)
  await first.icon()
  await expect.poll(() => first.icons()).toBe(1)
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('hidden')
  await first.activate()
  await expect.poll(() => windowState(loa)).toBe('shown')
  await first.stop()

  const second = await startTrayHost(bus)
  await second.icon()
  await expect.poll(async () => (await second.menu())[0]?.label).toBe('Open Loa')
  await expect.poll(() => second.icons()).toBe(1)
  await second.stop()
})

test('without a tray the window is minimised, says so once, and a second start brings it back', async ({
  start,
  dataDir,
  bus,
  busEnv,
  desktop
}) => {
  const notifications = await startService('notification_service.py', busEnv)
  expect(bus.address).toBe(busEnv['DBUS_SESSION_BUS_ADDRESS'])
  const env = { ...busEnv, ...desktop.env }
  const loa = await start({ env })
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('minimised')
  await notifications.until((events) => events.length > 1, 'a notification')
  expect(notifications.events.at(-1)).toMatchObject({ title: 'Loa goes on in the background' })

  await startAgain(dataDir, env)
  await expect.poll(() => windowState(loa)).toBe('shown')
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('minimised')
  expect(notifications.events.filter(({ event }) => event === 'notified')).toHaveLength(1)
  await notifications.stop()
})

test(
  'an XEmbed tray shows the icon; when it goes for good, the hidden window comes back minimised',
  { tag: '@waits' },
  async ({ start, busEnv, desktop }) => {
    await desktop.startTray()
    const loa = await start({ env: { ...busEnv, ...desktop.env } })
    await closeWindow(loa)
    await expect.poll(() => windowState(loa)).toBe('hidden')
    await expect
      .poll(async () => {
        await desktop.clickIcon()
        return windowState(loa)
      })
      .toBe('shown')

    await closeWindow(loa)
    await expect.poll(() => windowState(loa)).toBe('hidden')
    await desktop.stopTray()
    await expect.poll(() => windowState(loa), { timeout: 60_000 }).toBe('minimised')
  }
)

test('the first closing says once where Loa has gone, also over a restart; a click opens the window', async ({
  start,
  busEnv,
  tray: _tray
}) => {
  const notifications = await startService('notification_service.py', busEnv)
  const notified = () => notifications.events.filter(({ event }) => event === 'notified')
  const first = await start({ env: busEnv })
  await closeWindow(first)
  await notifications.until(() => notified().length > 0, 'a notification')
  expect(notified()).toMatchObject([{ title: 'Loa goes on in the tray' }])
  notifications.tell(`click ${notified()[0]?.id ?? 0}`)
  await expect.poll(() => windowState(first)).toBe('shown')
  await closeWindow(first)
  await expect.poll(() => windowState(first)).toBe('hidden')
  first.process.kill('SIGTERM')
  await once(first.process, 'exit')

  const second = await start({ env: busEnv })
  await closeWindow(second)
  await expect.poll(() => windowState(second)).toBe('hidden')
  expect(notified()).toHaveLength(1)
  await notifications.stop()
})
