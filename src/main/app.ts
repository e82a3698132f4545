import { app } from 'electron'
import { join } from 'node:path'
import { createEngine, type Engine } from '../engine/engine'
import type { Page } from '../shared/ipc/contract'
import type { AppInfo } from '../shared/ipc/views'
import { runDemo } from './demo/run-demo'
import type { Flags } from './flags'
import { importScript } from './import-script'
import { createHandlers } from './ipc/handlers'
import { pushEvents } from './ipc/push-events'
import { registerCalls } from './ipc/register-calls'
import { openMachineMemory } from './machine-memory'
import { notifyAlerts } from './notifications/notify-alerts'
import { keepAwake } from './power/keep-awake'
import { watchPower } from './power/watch-power'
import { bugText, printLog } from './terminal'
import { stateInTray } from './tray/state-in-tray'
import { createTray } from './tray/tray'
import { APP_ORIGIN, serveApp } from './window/app-protocol'
import { createMainWindow } from './window/main-window'
import { setShortcuts } from './window/shortcuts'
import { lockDownContents } from './window/web-security'
import { isPseudo, languageOf, loadWords, systemLanguage } from './words'

export interface StartedApp {
  readonly reportBug: (error: unknown) => void
}

/** The composition root: builds every part, connects them, starts them, and owns the order in which they stop. */
export async function startApp(dataDir: string, machineDir: string, flags: Flags): Promise<StartedApp> {
  // The demo's folder is thrown away: nothing is to be remembered of it.
  const machine = flags.demo ? undefined : await openMachineMemory(machineDir)
  const engine = await createEngine({ folder: dataDir, machine, importScript })
  const reportBug = (error: unknown) => engine.log.log({ type: 'app', level: 'error', text: bugText(error) })
  if (flags.demo) printLog(engine)

  const resource = (name: string) => join(app.getAppPath(), 'resources', name)
  const devServer = process.env['ELECTRON_RENDERER_URL']
  lockDownContents()
  setShortcuts()
  serveApp(join(app.getAppPath(), 'out', 'renderer'))
  const window = createMainWindow({
    url: (devServer ?? `${APP_ORIGIN}/index.html`) + (isPseudo() ? '?pseudo' : ''),
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    icon: resource('icon.png'),
    onHidden: () => undefined
  })
  const origin = originOf(devServer ?? APP_ORIGIN)
  const wordsIn = await loadWords(isPseudo())
  const words = () => wordsIn(languageOf(engine.settings.value))
  const releaseCalls = registerCalls(createHandlers(engine, appInfo(engine, dataDir, flags), words), {
    isTrusted: ({ sender, senderFrame }) =>
      window.owns(sender) && senderFrame === sender.mainFrame && originOf(senderFrame.url) === origin,
    reportBug
  })

  const openWindow = () => window.show()
  const openPage = (page: Page) => window.open(page)
  const quit = () => app.quit()
  const tray = createTray(resource('tray.png'), openWindow)
  const refreshTray = stateInTray({ engine, tray, words, openWindow, openPage, quit })
  const releases = [
    pushEvents(engine, window, refreshTray),
    notifyAlerts({ engine, icon: resource('icon.png'), words, openPage }),
    keepAwake(engine),
    watchPower(engine)
  ]

  let stopping = false
  /** Nothing new, then what is under way, then what they wrote to, then the process. */
  async function stop(): Promise<void> {
    window.conceal()
    releaseCalls()
    await engine.stop()
    for (const release of releases) release()
    tray.destroy()
    app.exit(0)
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (stopping) return
    stopping = true
    void stop()
  })
  app.on('window-all-closed', () => undefined)
  app.on('second-instance', openWindow)
  app.on('activate', openWindow)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit)

  await engine.start()
  refreshTray()
  if (!flags.hidden) window.show()
  if (flags.demo) void runDemo({ engine, window, flags, quit }).catch(reportBug)
  return { reportBug }
}

/** Custom schemes have no origin of their own in Node's URL, so scheme and host are compared. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function appInfo(engine: Engine, dataDir: string, flags: Flags): AppInfo {
  return {
    version: app.getVersion(),
    data_dir: dataDir,
    log_file: engine.logFile,
    local_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    system_language: systemLanguage(),
    electron: process.versions.electron,
    demo: flags.demo
  }
}
