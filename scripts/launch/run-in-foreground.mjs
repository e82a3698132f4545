import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { onInterrupt, signalStatus } from './interrupts.mjs'
import { endGroup, signalGroup, signalProcess } from './process-group.mjs'

/** Longer than the 30 s that one request of the app may take: it ends those in flight before it quits. */
const GRACE_MS = 45_000
const KILL_SETTLE_MS = 3_000
/** Programs that the session bus started may hold stderr open for a moment after the app has gone. */
const STDERR_DRAIN_MS = 500

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onStderrLine] gets stderr line by line; without it stderr is passed on as it is
 * @property {() => number | undefined} [innerPid] the process that interrupts are for, when that is not the one started
 */

/**
 * Runs a program with this process's output and resolves to its exit status, 128 + n after signal n. Interrupts are
 * passed on; a second one, or 45 seconds, kill. No process is left behind.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function runInForeground(command, args, options = {}) {
  const { env = process.env, onStderrLine, innerPid = () => undefined } = options
  // In a process group of its own the virtual display does not get a Ctrl-C of the terminal before the app does.
  const detached = process.platform !== 'win32'
  const child = spawn(command, args, {
    env,
    detached,
    stdio: ['ignore', 'inherit', onStderrLine ? 'pipe' : 'inherit']
  })
  const killAll = () => void signalGroup(child.pid, 'SIGKILL')
  process.once('exit', killAll)
  const closed = new Promise((resolve) => child.once('close', resolve))
  if (child.stderr && onStderrLine) createInterface({ input: child.stderr }).on('line', onStderrLine)

  const kill = async () => {
    signalProcess(innerPid() ?? child.pid, 'SIGKILL')
    await wait(KILL_SETTLE_MS, undefined, { ref: false })
    killAll()
  }
  /** @type {NodeJS.Timeout | undefined} */
  let graceTimer
  const release = onInterrupt((signal) => {
    if (graceTimer) return void kill()
    graceTimer = setTimeout(() => void kill(), GRACE_MS)
    const inner = innerPid()
    if (inner) signalProcess(inner, signal)
    else signalGroup(child.pid, signal)
  })
  try {
    return await exitStatus(child)
  } finally {
    clearTimeout(graceTimer)
    release()
    await endGroup(child.pid)
    process.off('exit', killAll)
    if (onStderrLine) await Promise.race([closed, wait(STDERR_DRAIN_MS)])
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitStatus(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? signalStatus(signal ?? 'SIGKILL')))
  })
}
