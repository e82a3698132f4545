import { readFileSync } from 'node:fs'
import { SHARE_ENV, Worker } from 'node:worker_threads'

/** What headless needs to know and only Electron can tell. */
export interface HeadlessFolders {
  readonly dataDir: string
  readonly machineDir: string
}

/** What the watching thread is started with. */
export interface WatchingData {
  /** The engine's thread as source: threads may not see into an asar archive. */
  readonly engineSource: string
  readonly folders: HeadlessFolders
  /** [is it over?, exit status] */
  readonly outcome: Int32Array
}

/** The built scripts of both threads. */
export interface ThreadScripts {
  /** watching-thread.ts */
  readonly watching: string
  /** engine-thread.ts */
  readonly engine: string
}

/**
 * Runs the engine in a thread and waits for its end. Call it before Electron is ready: on Linux Electron then opens a
 * display, whatever its switches say (`--headless` and `--ozone-platform=headless` only move the crash to GTK), and a
 * computer without one is what headless is for. A blocked main thread keeps it from getting there. The executable is no
 * Node beside that (a fuse sees to it), so there is no process to start instead.
 *
 * A second thread watches: the main thread hears neither signals nor that the engine's thread has ended.
 *
 * @returns the exit status
 */
export function runInThreads(folders: HeadlessFolders, scripts: ThreadScripts): number {
  const outcome = new Int32Array(new SharedArrayBuffer(8))
  const workerData: WatchingData = { engineSource: readFileSync(scripts.engine, 'utf8'), folders, outcome }
  // Secrets are taken out of the environment by the thread, and it is the process's own that has to lose them.
  new Worker(readFileSync(scripts.watching, 'utf8'), { eval: true, workerData, env: SHARE_ENV })
  Atomics.wait(outcome, 0, 0)
  return outcome[1] ?? 1
}
