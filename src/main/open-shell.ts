import { app, nativeTheme } from 'electron'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Flags } from './flags'
import { type RegisteredCalls, registerCalls } from './ipc/register-calls'
import { isTrustedSender, originOf } from './ipc/trusted-sender'
import { wasStartedAtLogin } from './login/start-at-login'
import { isPseudo } from './pseudo'
import { systemLanguage } from './system-language'
import { complain } from './terminal'
import { APP_ORIGIN, serveApp } from './window/app-protocol'
import type { KeepAliveConfig } from './window/keep-window-alive'
import { keptInTrayMs } from './window/kept-in-tray'
import { createMainWindow, type MainWindow, type WindowConfig } from './window/main-window'
import { openPlaceMemory, placeMemory } from './window/place-memory'
import { storedLook } from './window/stored-look'
import { lockDownContents } from './window/web-security'

/** The engine is not kept waiting for a page that does not come. */
const LONGEST_SERVING_MS = 1_000

/** What the window needs and only the app behind it can give. */
export type BehindWindow = Pick<WindowConfig, 'hasTray' | 'onHidden' | 'onGivenUp' | 'onMade'> &
  KeepAliveConfig

/** What there is before the engine: the window, whose calls wait. */
export interface AppShell {
  readonly window: MainWindow
  readonly calls: RegisteredCalls
  /** The window is to be seen, as soon as there is something to see. */
  readonly isAskedFor: boolean
  readonly connect: (behind: BehindWindow) => void
  /** Resolves when the page has all that it begins with: what keeps the main thread busy may come. */
  readonly pageServed: Promise<void>
}

/** Makes the window and loads its page: that takes as long as the engine does, and at the same time. */
export async function openShell(
  dataDir: string,
  machineDir: string,
  flags: Flags,
  reportBug: (error: unknown) => void
): Promise<AppShell> {
  const devServer = process.env['ELECTRON_RENDERER_URL']
  const place = flags.demo ? placeMemory(null) : await openPlaceMemory(join(machineDir, 'window.json'))
  let connected: BehindWindow | null = null
  const behind = (): BehindWindow => {
    if (connected === null) throw new Error('A window was seen before there was anything behind it')
    return connected
  }
  lockDownContents()
  const pageServed = serveApp(join(app.getAppPath(), 'out', 'renderer'))
  const { theme, language } = storedLook(dataDir)
  nativeTheme.themeSource = theme
  const window = createMainWindow({
    url: `${devServer ?? `${APP_ORIGIN}/index.html`}?language=${language ?? systemLanguage()}${isPseudo() ? '&pseudo' : ''}`,
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icon.png'),
    place,
    keepAlive: {
      words: () => behind().words(),
      log: (text) => (connected === null ? complain(text) : connected.log(text))
    },
    keptInTrayMs: keptInTrayMs(),
    hasTray: () => behind().hasTray(),
    onHidden: (to) => behind().onHidden(to),
    onGivenUp: () => behind().onGivenUp(),
    // The first one is made before anything is behind it.
    onMade: () => connected?.onMade()
  })
  const origin = originOf(devServer ?? APP_ORIGIN)
  const calls = registerCalls({
    isTrusted: (event) => isTrustedSender(event, { owns: (contents) => window.owns(contents), origin }),
    reportBug
  })
  const isAskedFor = !flags.hidden && !wasStartedAtLogin()
  if (isAskedFor) window.prepare()
  return {
    window,
    calls,
    isAskedFor,
    connect: (each) => void (connected = each),
    pageServed: isAskedFor ? Promise.race([pageServed, wait(LONGEST_SERVING_MS)]) : Promise.resolve()
  }
}
