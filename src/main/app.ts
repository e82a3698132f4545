import { app } from 'electron'
import { join } from 'node:path'
import { createEngine, type Engine } from '../engine/engine'
import { openRuns } from '../shared/domain/open-runs'
import type { CallName } from '../shared/ipc/contract'
import type { Page } from '../shared/ipc/pages'
import type { Destination, ShownPlace } from '../shared/ipc/desktop'
import type { AppInfo, UpdateStanding } from '../shared/ipc/views'
import { zoneName } from '../shared/text/zone-name'
import { appBuild, packagedBuild } from './build-identity'
import { runDemo } from './demo/run-demo'
import type { Flags } from './flags'
import { takeGivenSecrets } from './given-secrets'
import { importScript } from './import-script'
import { answerWith } from './ipc/answer-calls'
import { createHandlers } from './ipc/handlers'
import { openLogFeed } from './ipc/log-feed'
import { pushEvents } from './ipc/push-events'
import { openStartAtLogin } from './login/start-at-login'
import { openMachineMemory } from './machine-memory'
import { notifyAlerts } from './notifications/notify-alerts'
import { systemKeychain } from './keychain/system-keychain'
import { notifier as createNotifier } from './notifications/show-notification'
import { tellOfClosing } from './notifications/tell-of-closing'
import type { AppShell } from './open-shell'
import { keepAwake } from './power/keep-awake'
import { watchPower } from './power/watch-power'
import { printLog } from './print-log'
import { isPseudo } from './pseudo'
import { quitQuestion as createQuitQuestion } from './quit/quit-question'
import { watchProcesses } from './watch-processes'
import { bugText } from './terminal'
import { tidyHeap } from './tidy-heap'
import { stateInTray } from './tray/state-in-tray'
import { createTray } from './tray/tray'
import { watchTrayHost } from './tray/tray-host'
import { followTheme } from './window/follow-theme'
import { keepReachable } from './window/keep-reachable'
import { keepShortcuts } from './window/shortcuts'
import { seenPlace } from './window/seen-place'
import { openUpdates } from './updates/open-updates'
import { updateWay } from './updates/update-way'
import { systemLanguage } from './system-language'
import { languageOf, loadWords } from './words'

/**
 * What the page asks first, answered before the list of contacts is read. Nothing of it is an order, and nothing of it
 * depends on who is in the list: everything else waits for the engine.
 */
const EARLY_CALLS: readonly CallName[] = [
  'getAppInfo',
  'getSettings',
  'getState',
  'listCampaigns',
  'listRuns',
  'listEditorDrafts',
  'getEditorDraft',
  'getPracticeInbox',
  'getLog',
  'noteShown',
  'notePainted',
  'takeLeftView'
]

/**
 * The composition root: builds every part, connects them, starts them, and owns the order in which they stop.
 *
 * @param onReporter told where bugs are to be reported from now on: before the window can be seen
 */
export async function startApp(
  dataDir: string,
  machineDir: string,
  flags: Flags,
  { window, calls, ...shell }: AppShell,
  onReporter: (report: (error: unknown) => void) => void
): Promise<void> {
  // The demo's folder is thrown away: nothing is to be remembered of it.
  const machine = flags.demo ? undefined : await openMachineMemory(machineDir)
  const secrets = { keychain: systemKeychain, given: takeGivenSecrets(process.env) }
  const appVersion = app.getVersion()
  let renewTray = (): void => undefined
  const opening = Promise.all([loadWords(isPseudo()), watchTrayHost(() => renewTray())])
  const engine = await createEngine({
    folder: dataDir,
    machine,
    importScript,
    secrets,
    appVersion,
    readsContactsLater: true
  })
  const reportBug = (error: unknown) => engine.log.log({ type: 'app', level: 'error', text: bugText(error) })
  onReporter(reportBug)
  const warn = (text: string) => engine.log.log({ type: 'app', level: 'warning', text })
  if (flags.demo) printLog(engine)

  const [wordsIn, trayHost] = await opening
  const resource = (name: string) => join(app.getAppPath(), 'resources', name)
  const words = () => wordsIn(languageOf(engine.settings.value))
  const notifier = createNotifier(resource('icon.png'))
  const stopTheme = followTheme(engine)
  const heap = tidyHeap({
    isWorking: () => engine.runs.working > 0,
    nextDueMs: () => dueMs(engine),
    nowMs: () => engine.nowMs()
  })
  shell.connect({
    words,
    log: warn,
    hasTray: trayHost.isThere,
    onHidden: tellOfClosing({
      memory: flags.demo ? null : machineDir,
      notifier,
      isOn: () => engine.settings.value.notifications.on,
      words,
      openWindow: () => window.show()
    }),
    onGivenUp: () => {
      engine.forgetAnswers()
      heap.whenAtRest()
    },
    onMade: () => heap.stop()
  })
  const quit = () => app.quit()
  const quitQuestion = createQuitQuestion({
    openRuns: () => openRuns(engine.state()),
    showQuestion: (runs) => window.showAndSend('quitAsked', runs),
    askPage: (runs) => window.sendIfListening('quitAsked', runs),
    showWindow: () => window.show(),
    quit
  })
  const seen = seenPlace(() => window.isFocused())
  const login = openStartAtLogin(flags.dataDir)
  const desktop = {
    login,
    quitQuestion,
    onShown: (place: ShownPlace) => {
      seen.note(place)
      window.noteListening()
    },
    onPainted: () => window.notePainted(),
    answerLetGo: window.answerLetGo,
    takeLeftView: window.takeLeftView
  }
  const logFeed = openLogFeed(engine.log, () => window.send('logGrew', null))
  const build = packagedBuild(app.getAppPath())
  const channel = build?.updates ?? null
  const way = updateWay(channel)
  const info: AppInfo = { ...appInfo(engine, dataDir, flags), build: appBuild(build), updates: way }
  const openWindow = () => window.show()
  const onStanding = (standing: UpdateStanding) => window.send('updateChanged', standing)
  const updates = openUpdates({ engine, channel, way, notifier, words, openWindow, onStanding })
  const answer = answerWith(createHandlers(engine, { info, words, desktop, logFeed, updates }), reportBug)

  const open = (destination: Destination<Page>) => window.open(destination)
  const tray = createTray(resource('tray'), openWindow)
  renewTray = () => tray.renew()
  const inTray = stateInTray({
    engine,
    tray,
    localZone: info.local_zone,
    words,
    openWindow,
    open,
    quit: quitQuestion.ask
  })
  const releases = [
    logFeed.stop,
    pushEvents(engine, window, inTray.refresh),
    inTray.stop,
    notifyAlerts({ engine, notifier, words, open, isSeen: seen.isSeen }),
    keepReachable({ ...window, hasTray: trayHost.isThere }),
    quitQuestion.stop,
    heap.stop,
    trayHost.stop,
    keepAwake(engine),
    updates.stop,
    watchPower(engine),
    watchProcesses(warn),
    keepShortcuts({ engine, words, askToQuit: quitQuestion.ask }),
    stopTheme
  ]

  let stopping = false
  const isStopping = () => stopping
  /** Nothing new, then what is under way, then what they wrote to. */
  async function stop(): Promise<void> {
    stopping = true
    const concealed = window.conceal()
    calls.release()
    await engine.stop()
    await concealed
    for (const release of releases) release()
    tray.destroy()
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (!stopping) void stop().then(() => app.exit(0))
  })
  app.on('window-all-closed', () => undefined)
  app.on('second-instance', openWindow)
  app.on('activate', openWindow)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit)

  try {
    await engine.knowFolder()
    calls.answer(answer, EARLY_CALLS)
    await engine.start()
  } catch (error) {
    if (isStopping()) return
    await stop()
    throw error
  }
  if (isStopping()) return
  calls.answer(answer)
  inTray.refresh()
  void login.repair().catch(reportBug)
  if (shell.isAskedFor) {
    openWindow()
    heap.whenStarted()
  } else heap.whenAtRest()
  if (flags.demo) void runDemo({ engine, window, flags, quit }).catch(reportBug)
}

/** When the next run is due, epoch milliseconds; null when none is. */
function dueMs(engine: Engine): number | null {
  const [next] = engine.nextRuns(1)
  return next === undefined ? null : Date.parse(next.occurrence.at)
}

function appInfo(engine: Engine, dataDir: string, flags: Flags): Omit<AppInfo, 'build' | 'updates'> {
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
