import { app, dialog } from 'electron'
import { join } from 'node:path'
import { startApp } from './app'
import { type Flags, parseFlags } from './flags'
import { takeFolder } from './folder-lock'
import { folderProblem } from './folder-problem'
import { WrongSecret } from './given-secrets'
import { startHeadless } from './headless/start-headless'
import { verifyAndExit } from './headless/verify-command'
import { useSecretService } from './keychain/password-store'
import { guardProcess } from './process-guards'
import { bugText, complain } from './terminal'
import { registerAppScheme } from './window/app-protocol'
import { sayFolderInUse } from './window/folder-in-use'

let report = (error: unknown): void => complain(bugText(error))
guardProcess((error) => report(error))

const flags = parseFlags(process.argv)
if (flags.verifyReport !== null) verifyAndExit(flags.verifyReport)
if (flags.dataDir !== null) app.setPath('userData', flags.dataDir)
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
    const reason =
      `Loa cannot write to its data folder ${folder} (${unusable}). ` +
      'Check that the disk is there, has room and that you may write to it, then start Loa again.'
    if (flags.headless) complain(reason)
    else dialog.showErrorBox('Loa cannot start', reason)
    app.exit(1)
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
      if (!isOurs) return sayFolderInUse(folder)
      const started = await startApp(folder, machineDir, flags)
      report = started.reportBug
    })
    .catch((error: unknown) => {
      if (!(error instanceof WrongSecret)) throw error
      dialog.showErrorBox('Loa cannot start', error.message)
      app.exit(1)
    })
}
