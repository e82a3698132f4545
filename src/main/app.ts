import { app } from 'electron'
import { join } from 'node:path'
import { createEngine, type Engine } from '../engine/engine'
import type { Language } from '../shared/i18n/catalogue'
import type { AppInfo } from '../shared/ipc/views'
import { printLog, runDemo } from './demo/run-demo'
import type { Flags } from './flags'
import { createHandlers } from './ipc/handlers'
import { pushEvents } from './ipc/push-events'
import { registerCalls } from './ipc/register-calls'
import { createTray } from './tray/tray'
import { trayMenu, trayTooltip } from './tray/tray-menu'
import { APP_ORIGIN, serveApp } from './window/app-protocol'
import { createMainWindow } from './window/main-window'
import { setShortcuts } from './window/shortcuts'
import { lockDownContents } from './window/web-security'
import { languageOf, traySentences } from './words'

export interface StartedApp {
  readonly reportBug: (error: unknown) => void
}

/** The composition root: builds every part, connects them, starts them, and owns the order in which they stop. */
export async function startApp(dataDir: string, flags: Flags): Promise<StartedApp> {
  const engine = await createEngine({ folder: dataDir })
  const reportBug = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    engine.log.log({ type: 'app', level: 'error', text })
  }
  if (flags.demo) printLog(engine)

  const info = appInfo(engine, dataDir, flags)
  const resource = (name: string) => join(app.getAppPath(), 'resources', name)
  const devServer = process.env['ELECTRON_RENDERER_URL']
  lockDownContents()
  setShortcuts()
  serveApp(join(app.getAppPath(), 'out', 'renderer'))
  const window = createMainWindow({
    url: devServer ?? `${APP_ORIGIN}/index.html`,
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    icon: resource('icon.png'),
    onHidden: () => undefined
  })
  const origin = originOf(devServer ?? APP_ORIGIN)
  const releaseCalls = registerCalls(createHandlers(engine, info), {
    isTrusted: ({ sender, senderFrame }) =>
      window.owns(sender) && senderFrame === sender.mainFrame && originOf(senderFrame.url) === origin,
    reportBug
  })

  const sentences = await traySentences()
  const tray = createTray(resource('tray.png'), () => window.show())
  const refreshTray = () => {
    const state = engine.state()
    const language = languageOf(engine.settings.value, info.system_language)
    const t = sentences(language)
    const menu = trayMenu(state, t, language, {
      open: () => window.show(),
      setPausedAll: (paused) => void engine.settings.setPausedAll(paused),
      quit: () => app.quit()
    })
    tray.show(menu, trayTooltip(state, t, language))
  }
  const stopPushing = pushEvents(engine, window, refreshTray)

  let stopping = false
  /** Nothing new, then what is under way, then what they wrote to, then the process. */
  async function stop(): Promise<void> {
    window.conceal()
    releaseCalls()
    await engine.stop()
    stopPushing()
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
  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())

  await engine.start()
  refreshTray()
  if (!flags.hidden) window.show()
  if (flags.demo) void runDemo({ engine, window, flags, quit: () => app.quit() }).catch(reportBug)
  return { reportBug }
}

/** Custom schemes have no origin of their own in Node's URL, so scheme and host are compared. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function appInfo(engine: Engine, dataDir: string, flags: Flags): AppInfo {
  const system: Language = app.getLocale().toLowerCase().startsWith('vi') ? 'vi' : 'en'
  return {
    version: app.getVersion(),
    data_dir: dataDir,
    log_file: engine.logFile,
    local_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    system_language: system,
    electron: process.versions.electron,
    demo: flags.demo
  }
}
