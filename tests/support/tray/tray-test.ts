import { test as base } from '../app/loa-test'
import { type Bus, type Service, startBus, startService } from '../desktop/bus'
import { startTrayHost, type TrayHost } from './tray-host'

interface Fixtures {
  readonly bus: Bus
  /** For the app that is to be on that bus. */
  readonly busEnv: Record<string, string>
  /** A panel that is there before the app. */
  readonly tray: TrayHost
  /** The desktop's notifications, recorded from before the app starts. */
  readonly notifications: Service
}

/** A test with a desktop of its own: a session bus, and a panel on it when it is asked for. */
export const test = base.extend<Fixtures>({
  bus: async ({ browserName: _browserName }, use) => {
    const bus = await startBus()
    await use(bus)
    await bus.stop()
  },
  busEnv: async ({ bus }, use) => use({ DBUS_SESSION_BUS_ADDRESS: bus.address }),
  tray: async ({ bus }, use) => {
    const tray = await startTrayHost(bus)
    await use(tray)
    await tray.stop()
  },
  notifications: async ({ busEnv }, use) => {
    const service = await startService('notification_service.py', busEnv)
    await use(service)
    await service.stop()
  }
})
