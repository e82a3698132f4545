import { app, dialog } from 'electron'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { startApp } from './app'
import { type Flags, parseFlags } from './flags'
import { guardProcess } from './process-guards'
import { registerAppScheme } from './window/app-protocol'

let report = (error: unknown): void => console.error(error)
guardProcess((error) => report(error))

const flags = parseFlags(process.argv)
if (flags.dataDir !== null) app.setPath('userData', flags.dataDir)
registerAppScheme()
main(flags)

function main(flags: Flags): void {
  const folder = app.getPath('userData')
  // In a folder that cannot be written, the single-instance lock is refused too and the app would end without a word.
  const unusable = folderProblem(folder)
  if (unusable !== null) {
    dialog.showErrorBox(
      'Loa cannot start',
      `Loa cannot write to its data folder ${folder} (${unusable}). ` +
        'Check that the disk is there, has room and that you may write to it, then start Loa again.'
    )
    app.exit(1)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  void app.whenReady().then(async () => {
    const started = await startApp(folder, flags)
    report = started.reportBug
  })
}

function folderProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}
