import { app } from 'electron'
import { join } from 'node:path'
import { createEngine, type Engine } from '../engine/engine'
import type { Page } from '../shared/ipc/pages'
import type { Destination, ShownPlace } from '../shared/ipc/desktop'
import type { AppInfo } from '../shared/ipc/views'
import { zoneName } from '../shared/text/zone-name'
import { runDemo } from './demo/run-demo'
import type { Flags } from './flags'
import { takeGivenSecrets } from './given-secrets'
import { importScript } from './import-script'
import { createHandlers } from './ipc/handlers'
import { openLogFeed } from './ipc/log-feed'
import { pushEvents } from './ipc/push-events'
import { registerCalls } from './ipc/register-calls'
import { isTrustedSender, originOf } from './ipc/trusted-sender'
import { openStartAtLogin, wasStartedAtLogin } from './login/start-at-login'
import { openMachineMemory } from './machine-memory'
import { notifyAlerts } from './notifications/notify-alerts'
import { systemKeychain } from './keychain/system-keychain'
import { notifier as createNotifier } from './notifications/show-notification'
import { tellOfClosing } from './notifications/tell-of-closing'
import { keepAwake } from './power/keep-awake'
import { watchPower } from './power/watch-power'
import { quitQuestion as createQuitQuestion } from './quit/quit-question'
import { watchProcesses } from './watch-processes'
import { bugText, printLog } from './terminal'
import { stateInTray } from './tray/state-in-tray'
import { createTray } from './tray/tray'
import { watchTrayHost } from './tray/tray-host'
import { APP_ORIGIN, serveApp } from './window/app-protocol'
import { followTheme } from './window/follow-theme'
import { keepReachable } from './window/keep-reachable'
import { createMainWindow } from './window/main-window'
import { noPlaceMemory, openPlaceMemory } from './window/place-memory'
import { keepShortcuts } from './window/shortcuts'
import { seenPlace } from './window/seen-place'
import { lockDownContents } from './window/web-security'
import { isPseudo, languageOf, loadWords, systemLanguage } from './words'

export interface StartedApp {
  readonly reportBug: (error: unknown) => void
}

/** The composition root: builds every part, connects them, starts them, and owns the order in which they stop. */
export async function startApp(dataDir: string, machineDir: string, flags: Flags): Promise<StartedApp> {
  // The demo's folder is thrown away: nothing is to be remembered of it.
  const machine = flags.demo ? undefined : await openMachineMemory(machineDir)
  const secrets = { keychain: systemKeychain, given: takeGivenSecrets(process.env) }
  const appVersion = app.getVersion()
  const engine = await createEngine({ folder: dataDir, machine, importScript, secrets, appVersion })
  const reportBug = (error: unknown) => engine.log.log({ type: 'app', level: 'error', text: bugText(error) })
  const warn = (text: string) => engine.log.log({ type: 'app', level: 'warning', text })
  if (flags.demo) printLog(engine)

  const resource = (name: string) => join(app.getAppPath(), 'resources', name)
  const devServer = process.env['ELECTRON_RENDERER_URL']
  const wordsIn = await loadWords(isPseudo())
  const words = () => wordsIn(languageOf(engine.settings.value))
  const notifier = createNotifier(resource('icon.png'))
  const trayHost = await watchTrayHost(() => tray.renew())
  lockDownContents()
  serveApp(join(app.getAppPath(), 'out', 'renderer'))
  const stopTheme = followTheme(engine)
  const window = createMainWindow({
    url: (devServer ?? `${APP_ORIGIN}/index.html`) + (isPseudo() ? '?pseudo' : ''),
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    icon: resource('icon.png'),
    place: flags.demo ? noPlaceMemory : await openPlaceMemory(join(machineDir, 'window.json')),
    keepAlive: { words, log: warn },
    hasTray: trayHost.isThere,
    onHidden: tellOfClosing({
      memory: flags.demo ? null : machineDir,
      notifier,
      isOn: () => engine.settings.value.notifications.on,
      words,
      openWindow: () => window.show()
    })
  })
  const quit = () => app.quit()
  const quitQuestion = createQuitQuestion({
    openRuns: () => engine.state().working_runs,
    showQuestion: (openRuns) => window.showAndSend('quitAsked', openRuns),
    quit
  })
  const seen = seenPlace(() => window.isFocused())
  const login = openStartAtLogin(flags.dataDir)
  const origin = originOf(devServer ?? APP_ORIGIN)
  const desktop = {
    login,
    quitQuestion,
    onShown: (place: ShownPlace) => {
      seen.note(place)
      window.noteListening()
    }
  }
  const logFeed = openLogFeed(engine.log, () => window.send('logGrew', null))
  const info = appInfo(engine, dataDir, flags)
  const releaseCalls = registerCalls(createHandlers(engine, { info, words, desktop, logFeed }), {
    isTrusted: (event) => isTrustedSender(event, { owns: (contents) => window.owns(contents), origin }),
    reportBug
  })

  const openWindow = () => window.show()
  const open = (destination: Destination<Page>) => window.open(destination)
  const tray = createTray(resource('tray'), openWindow)
  const inTray = stateInTray({ engine, tray, words, openWindow, open, quit: quitQuestion.ask })
  const releases = [
    logFeed.stop,
    pushEvents(engine, window, inTray.refresh),
    inTray.stop,
    notifyAlerts({ engine, notifier, words, open, isSeen: seen.isSeen }),
    keepReachable({ ...window, hasTray: trayHost.isThere }),
    quitQuestion.stop,
    trayHost.stop,
    keepAwake(engine),
    watchPower(engine),
    watchProcesses(warn),
    keepShortcuts({ engine, words, askToQuit: quitQuestion.ask }),
    stopTheme
  ]

  let stopping = false
  /** Nothing new, then what is under way, then what they wrote to, then the process. */
  async function stop(): Promise<void> {
    const concealed = window.conceal()
    releaseCalls()
    await engine.stop()
    await concealed
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
  inTray.refresh()
  void login.repair().catch(reportBug)
  if (!flags.hidden && !wasStartedAtLogin()) openWindow()
  if (flags.demo) void runDemo({ engine, window, flags, quit }).catch(reportBug)
  return { reportBug }
}

function appInfo(engine: Engine, dataDir: string, flags: Flags): AppInfo {
  return {
    version: app.getVersion(),
    data_dir: dataDir,
    log_file: engine.logFile,
    local_zone: zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone),
    system_language: systemLanguage(),
    electron: process.versions.electron,
    demo: flags.demo
  }
}
