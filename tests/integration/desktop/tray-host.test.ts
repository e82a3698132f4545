import { expect, it, onTestFinished, vi } from 'vitest'
import { watchTrayHost } from '../../../src/main/tray/tray-host'
import { startBus } from '../../support/desktop/bus'
import { startTrayHost } from '../../support/tray/tray-host'
import { startXDesktop } from '../../support/tray/x-desktop'

const LIMITS = { timeout: 10_000, interval: 20 }

it('hears of a panel that comes, goes and comes again', async () => {
  const bus = await startBus()
  const onCome = vi.fn()
  const host = await watchTrayHost(onCome, { DBUS_SESSION_BUS_ADDRESS: bus.address })
  onTestFinished(async () => {
    host.stop()
    await bus.stop()
  })
  expect(await host.isThere()).toBe(false)
  for (const times of [1, 2]) {
    const panel = await startTrayHost(bus)
    await vi.waitFor(() => expect(onCome).toHaveBeenCalledTimes(times), LIMITS)
    expect(await host.isThere()).toBe(true)
    await panel.stop()
    await vi.waitFor(async () => expect(await host.isThere()).toBe(false), LIMITS)
  }
})

it('hears of a host that comes after its watcher', async () => {
  const bus = await startBus()
  const panel = await startTrayHost(bus, { hasHost: false })
  const onCome = vi.fn()
  const host = await watchTrayHost(onCome, { DBUS_SESSION_BUS_ADDRESS: bus.address })
  onTestFinished(async () => {
    host.stop()
    await panel.stop()
    await bus.stop()
  })
  expect(await host.isThere()).toBe(false)
  await panel.addHost()
  await vi.waitFor(() => expect(onCome).toHaveBeenCalledTimes(1), LIMITS)
  expect(await host.isThere()).toBe(true)
})

it('sees an XEmbed tray on the screen, and that it is gone', async () => {
  const desktop = await startXDesktop()
  const host = await watchTrayHost(() => undefined, desktop.env)
  onTestFinished(async () => {
    host.stop()
    await desktop.stop()
  })
  expect(await host.isThere()).toBe(false)
  await desktop.startTray()
  await vi.waitFor(async () => expect(await host.isThere()).toBe(true), LIMITS)
  await desktop.stopTray()
  await vi.waitFor(async () => expect(await host.isThere()).toBe(false), LIMITS)
})

it('without a bus and a display there is no tray, and nothing fails', async () => {
  for (const env of [{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', DISPLAY: ':4711' }]) {
    const host = await watchTrayHost(() => undefined, env)
    expect(await host.isThere()).toBe(false)
    host.stop()
  }
})

it('a bus that ends is no tray any more', async () => {
  const bus = await startBus()
  const panel = await startTrayHost(bus)
  const host = await watchTrayHost(() => undefined, { DBUS_SESSION_BUS_ADDRESS: bus.address })
  expect(await host.isThere()).toBe(true)
  await panel.stop()
  await bus.stop()
  expect(await host.isThere()).toBe(false)
  host.stop()
})
