import { constants } from 'node:os'
import { SHARE_ENV, Worker, workerData } from 'node:worker_threads'
import { bugText, complain } from '../terminal'
import type { WatchingData } from './run-in-threads'

// The thread beside the blocked one of run-in-threads.ts: starts the engine's, passes signals on, tells the end.

interface SignalWatch {
  onsignal: () => void
  start(signal: number): number
}

interface ProcessWithBinding {
  binding(name: 'signal_wrap'): { readonly Signal: new () => SignalWatch }
}

const STOPPING = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

const { engineSource, folders, outcome } = workerData as WatchingData

const engine = new Worker(engineSource, { eval: true, workerData: folders, env: SHARE_ENV })
// Out of memory, or a fault that nothing in the thread could catch any more; "exit" follows.
engine.once('error', (error) => complain(bugText(error)))
engine.once('exit', (status) => {
  Atomics.store(outcome, 1, status)
  Atomics.store(outcome, 0, 1)
  Atomics.notify(outcome, 0)
})
watchSignals()

/**
 * `process.on` takes no signals in a thread, and the main thread cannot; this binding does both. Where it is gone, a
 * signal ends the process at once, which the ledger survives like any crash.
 */
function watchSignals(): void {
  try {
    const { Signal } = (process as unknown as ProcessWithBinding).binding('signal_wrap')
    for (const name of STOPPING) {
      const watch = new Signal()
      watch.onsignal = () => engine.postMessage('stop')
      watch.start(constants.signals[name])
    }
  } catch {
    return
  }
}
