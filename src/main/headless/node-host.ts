import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

export interface NodeProgram {
  /** The script that runs in plain Node. */
  readonly script: string
  readonly args: readonly string[]
}

/** What the worker is started with. */
export interface NodeHostData extends NodeProgram {
  /** [is it over?, exit status] */
  readonly outcome: Int32Array
}

/**
 * Runs a script in plain Node, by Electron's own executable, and waits for its end. Call it before Electron is ready:
 * on Linux Electron then opens a display, whatever its switches say (`--headless` and `--ozone-platform=headless` only
 * move the crash to GTK), and a computer without one is what headless is for. A blocked main thread keeps it from getting
 * there, so a worker starts the program and passes signals on to it.
 *
 * @param workerScript the built node-host-worker.ts; read here, because workers may not see into an asar archive
 * @returns the exit status
 */
export function runInNode({ script, args }: NodeProgram, workerScript: string): number {
  const outcome = new Int32Array(new SharedArrayBuffer(8))
  const workerData: NodeHostData = { script, args, outcome }
  new Worker(readFileSync(workerScript, 'utf8'), { eval: true, workerData })
  Atomics.wait(outcome, 0, 0)
  return outcome[1] ?? 1
}
