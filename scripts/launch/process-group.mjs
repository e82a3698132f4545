import { setTimeout as wait } from 'node:timers/promises'

/** Ample for an X server; a system that is slow to clear dead processes away makes every run take this long. */
const ENDING_LIMIT_MS = 500
const POLL_MS = 25

/**
 * Sends a signal to a process. False when it has ended already, or never began (no id).
 * @param {number | undefined} pid
 * @param {NodeJS.Signals | 0} signal 0 only asks
 */
export function signalProcess(pid, signal) {
  try {
    return Boolean(pid) && process.kill(Number(pid), signal)
  } catch {
    return false
  }
}

/**
 * Sends a signal to all processes of a group; on Windows, which has none, to its leader.
 * @param {number | undefined} leader
 * @param {NodeJS.Signals | 0} signal
 */
export function signalGroup(leader, signal) {
  return signalProcess(leader && process.platform !== 'win32' ? -leader : leader, signal)
}

/**
 * Ends what is left of a group, gently at first: a virtual display that is killed leaves its lock file behind.
 * @param {number | undefined} leader
 */
export async function endGroup(leader) {
  signalGroup(leader, 'SIGTERM')
  const limitMs = performance.now() + ENDING_LIMIT_MS
  while (performance.now() < limitMs && signalGroup(leader, 0)) await wait(POLL_MS)
  signalGroup(leader, 'SIGKILL')
}
