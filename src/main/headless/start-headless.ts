import { app } from 'electron'
import { startProblemOf, terminalText } from '../start-problem/start-problem'
import { complain } from '../terminal'
import engine from './engine-thread?modulePath'
import { runInThreads } from './run-in-threads'
import watching from './watching-thread?modulePath'

/**
 * Runs the app without a window. On Linux it never lets Electron begin, which cannot do without a display there;
 * elsewhere it runs in Electron itself.
 *
 * @param onReporter told where bugs are to be reported from now on
 */
export function startHeadless(
  dataDir: string,
  machineDir: string,
  onReporter: (report: (error: unknown) => void) => void
): void {
  if (process.platform === 'linux') {
    process.exit(runInThreads({ dataDir, machineDir }, { watching, engine }))
  }
  app.dock?.hide()
  app
    .whenReady()
    .then(() => import('./run-headless'))
    .then(({ runHeadless }) => runHeadless({ dataDir, machineDir, exit: (status) => app.exit(status) }))
    .then((headless) => {
      if (headless === null) return
      app.on('before-quit', (event) => {
        event.preventDefault()
        headless.stop()
      })
      onReporter(headless.reportBug)
    })
    .catch((error: unknown) => {
      complain(terminalText(startProblemOf(error)))
      app.exit(1)
    })
}
