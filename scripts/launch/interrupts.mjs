import { constants } from 'node:os'

/** @typedef {(signal: NodeJS.Signals) => void} InterruptHandler */

const PARENT_POLL_MS = 500

/** @type {InterruptHandler[]} */
const handlers = []

/** @type {NodeJS.Signals | undefined} */
let firstSignal

/**
 * The exit status that shells give a program which a signal ended (POSIX: 128 + the signal's number).
 * @param {NodeJS.Signals} signal
 */
export function signalStatus(signal) {
  return 128 + constants.signals[signal]
}

/**
 * From now on Ctrl-C, SIGTERM and a closed terminal go to the newest handler given to `onInterrupt`. Without one
 * the process exits, so that `exit` listeners (locks, temporary folders, children) get their turn.
 */
export function handleInterrupts() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => interrupt(signal))
  }
  if (process.env.npm_lifecycle_event) watchParent()
}

/**
 * Takes over interrupts until the returned function is called.
 * @param {InterruptHandler} handler
 * @returns {() => void}
 */
export function onInterrupt(handler) {
  handlers.push(handler)
  return () => {
    const index = handlers.lastIndexOf(handler)
    if (index >= 0) handlers.splice(index, 1)
  }
}

/** The first signal that asked this process to end, if one did: whoever has more to do then stops. */
export function interruptedBy() {
  return firstSignal
}

/** @param {NodeJS.Signals} signal */
function interrupt(signal) {
  firstSignal ??= signal
  const newest = handlers.at(-1)
  if (newest) newest(signal)
  else process.exit(signalStatus(signal))
}

/** npm passes a SIGTERM on to the shell between it and this script only, and that shell dies without a word. */
function watchParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    interrupt('SIGTERM')
  }, PARENT_POLL_MS)
  timer.unref()
}
