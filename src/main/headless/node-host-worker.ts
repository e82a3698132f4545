import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { constants } from 'node:os'
import { workerData } from 'node:worker_threads'
import type { NodeHostData } from './node-host'

// The thread beside the blocked one of node-host.ts: starts the program, passes signals on, tells the end.

interface SignalWatch {
  onsignal: () => void
  start(signal: number): number
}

interface ProcessWithBinding {
  binding(name: 'signal_wrap'): { readonly Signal: new () => SignalWatch }
}

const PASSED_ON = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
const STDERR = 2
const CANNOT_START = 1

const { script, args, outcome } = workerData as NodeHostData

const child = spawn(process.execPath, [script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
})
child.once('error', (error) => {
  // A worker's own stderr goes through the main thread, which waits.
  writeSync(STDERR, `${String(error)}\n`)
  tell(CANNOT_START)
})
child.once('exit', (code, signal) => tell(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
passSignalsOn()

function tell(status: number): void {
  Atomics.store(outcome, 1, status)
  Atomics.store(outcome, 0, 1)
  Atomics.notify(outcome, 0)
}

/**
 * `process.on` takes no signals in a worker, and the main thread cannot; this binding does both. Where it is gone, a
 * signal ends the host at once and the program stops in order when it sees that (node-entry.ts).
 */
function passSignalsOn(): void {
  try {
    const { Signal } = (process as unknown as ProcessWithBinding).binding('signal_wrap')
    for (const name of PASSED_ON) {
      const watch = new Signal()
      watch.onsignal = () => child.kill(name)
      watch.start(constants.signals[name])
    }
  } catch {
    return
  }
}
