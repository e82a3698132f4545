import { parentPort, workerData } from 'node:worker_threads'
import { guardProcess } from '../process-guards'
import { startProblemOf, terminalText } from '../start-problem/start-problem'
import { bugText, complain } from '../terminal'
import { runHeadless } from './run-headless'
import type { HeadlessFolders } from './run-in-threads'

// Headless on Linux: the engine in a thread of its own, started by watching-thread.ts with what only Electron knows.

let report = (error: unknown): void => complain(bugText(error))
guardProcess((error) => report(error))

async function main(): Promise<void> {
  const { dataDir, machineDir } = workerData as HeadlessFolders
  const headless = await runHeadless({
    dataDir,
    machineDir,
    // Of a thread this is the end of the thread; its watcher ends the process with the same status.
    exit: (status) => process.exit(status)
  })
  if (headless === null) return
  report = headless.reportBug
  parentPort?.on('message', headless.stop)
}

main().catch((error: unknown) => {
  complain(terminalText(startProblemOf(error)))
  process.exit(1)
})
