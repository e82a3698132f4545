import { app } from 'electron'
import { join } from 'node:path'
import { bugText, complain } from '../terminal'
import { runInNode } from './node-host'
import hostScript from './node-host-worker?modulePath'
import { runHeadless } from './run-headless'

/**
 * Runs the app without a window. On Linux it leaves Electron behind, which cannot do without a display there; elsewhere
 * it runs in Electron itself.
 *
 * @param onReporter told where bugs are to be reported from now on
 */
export function startHeadless(
  dataDir: string,
  machineDir: string,
  onReporter: (report: (error: unknown) => void) => void
): void {
  if (process.platform === 'linux') {
    const script = join(app.getAppPath(), 'out', 'main', 'headless.cjs')
    const args = [`--data-dir=${dataDir}`, `--machine-dir=${machineDir}`, `--host=${process.pid}`]
    process.exit(runInNode({ script, args }, hostScript))
  }
  app.dock?.hide()
  app
    .whenReady()
    .then(() => runHeadless({ dataDir, machineDir, exit: (status) => app.exit(status) }))
    .then((headless) => {
      if (headless === null) return
      app.on('before-quit', (event) => {
        event.preventDefault()
        headless.stop()
      })
      onReporter(headless.reportBug)
    })
    .catch((error: unknown) => {
      complain(bugText(error))
      app.exit(1)
    })
}
