import { busSockets } from '../session-bus/bus-address'
import { connectToBus, type SessionBus } from '../session-bus/session-bus'
import { hasXTray } from './x-tray'

/** Where tray icons are shown: the panel of a desktop, if it has one. */
export interface TrayHost {
  /** Is there anything that shows a tray icon at this moment? */
  readonly isThere: () => Promise<boolean>
  readonly stop: () => void
}

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'

/** A panel that starts says so twice, as its watcher and as its host; one look is enough. */
const SETTLE_MS = 200

/**
 * Watches for whatever shows tray icons. Windows and macOS always do; on Linux it is a StatusNotifier host on the
 * session bus or an XEmbed tray on the screen, either of which may come late, go and come back, or never come.
 *
 * @param onCome a StatusNotifier host has come: icons that were made before it may never appear there. XEmbed trays
 *   find the icons that are there by themselves.
 */
export async function watchTrayHost(
  onCome: () => void,
  env: Readonly<Record<string, string | undefined>> = process.env
): Promise<TrayHost> {
  if (process.platform !== 'linux') return { isThere: () => Promise.resolve(true), stop: () => undefined }
  const bus = await connectToBus(busSockets(env))
  let timer: NodeJS.Timeout | null = null
  const look = () => {
    timer ??= setTimeout(() => {
      timer = null
      void hasHost(bus).then((isThere) => isThere && onCome())
    }, SETTLE_MS)
  }
  bus?.watch(
    `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${WATCHER}'`,
    ({ member, body: [name, , owner] }) => {
      if (member === 'NameOwnerChanged' && name === WATCHER && owner !== '') look()
    }
  )
  bus?.watch(`type='signal',interface='${WATCHER}',member='StatusNotifierHostRegistered'`, ({ member }) => {
    if (member === 'StatusNotifierHostRegistered') look()
  })
  return {
    isThere: async () => (await hasHost(bus)) || hasXTray(env),
    stop() {
      if (timer !== null) clearTimeout(timer)
      bus?.close()
    }
  }
}

/** A watcher alone only keeps a list of icons: somebody must show them. */
async function hasHost(bus: SessionBus | null): Promise<boolean> {
  const answer = await bus?.call({
    destination: WATCHER,
    path: WATCHER_PATH,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    args: [WATCHER, 'IsStatusNotifierHostRegistered']
  })
  return answer?.[0] === true
}
