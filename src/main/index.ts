import { app } from 'electron'
import { join } from 'node:path'
// For its default import the runtime of the bundle lies in this file. Else it lies with the engine, and all of that is loaded.
import process from 'node:process'
import { APP_ID } from './app-id'
import { type Flags, parseFlags } from './flags'
import { takeFolder } from './folder-lock'
import { folderProblem } from './folder-problem'
import { startHeadless } from './headless/start-headless'
import { verifyAndExit } from './headless/verify-command'
import { useSecretService } from './keychain/password-store'
import { openShell } from './open-shell'
import { guardProcess } from './process-guards'
import { type StartProblem, startProblemOf, terminalText } from './start-problem/start-problem'
import { bugText, complain } from './terminal'
import { registerAppScheme } from './window/app-protocol'

let report = (error: unknown): void => complain(bugText(error))
guardProcess((error) => report(error))

const flags = parseFlags(process.argv)
if (flags.verifyReport !== null) verifyAndExit(flags.verifyReport)
if (flags.dataDir !== null) app.setPath('userData', flags.dataDir)
app.setAppUserModelId(APP_ID)
useSecretService(app.commandLine)
registerAppScheme()
// Chromium ends the whole app when the process that draws has died six times, and every campaign with it.
app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
main(flags)

function main(flags: Flags): void {
  const folder = app.getPath('userData')
  // Outside of the data folder, wherever that is: it must not travel with it.
  const machineDir = join(app.getPath('appData'), 'loa-machine')
  // In a folder that cannot be written, the single-instance lock is refused too and the app would end without a word.
  const unusable = folderProblem(folder)
  if (unusable !== null) {
    const problem: StartProblem = { kind: 'folder_unusable', folder, code: unusable }
    if (flags.headless) {
      complain(terminalText(problem))
      app.exit(1)
    } else void app.whenReady().then(() => sayProblem(problem, folder))
    return
  }
  if (flags.headless) {
    startHeadless(folder, machineDir, (reporter) => (report = reporter))
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  const isOurs = takeFolder(folder)
  void app
    .whenReady()
    .then(async () => {
      if (!isOurs) return sayProblem({ kind: 'folder_in_use', folder }, folder)
      // The page is loaded while the engine is; what both need is loaded with the engine, when the page has its files.
      const shell = await openShell(folder, machineDir, flags, (error) => report(error))
      await shell.pageServed
      const { startApp } = await import('./app')
      await startApp(folder, machineDir, flags, shell, (reporter) => (report = reporter))
    })
    .catch((error: unknown) => sayProblem(startProblemOf(error), folder))
}

/** What it needs to say it in words is loaded only then. */
async function sayProblem(problem: StartProblem, folder: string): Promise<void> {
  const { sayStartProblem } = await import('./start-problem/say-start-problem')
  return sayStartProblem(problem, folder)
}
