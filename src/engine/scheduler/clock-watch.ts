import type { Clock } from '../ports'

const INTERVAL_MS = 2_000
const JUMP_MS = 1_500

/**
 * Notices that wall time and elapsed time no longer agree: the computer slept, or its clock was set. Timers know
 * nothing of either, and power events are not reliable, so this is what wakes the scheduler after a sleep.
 *
 * @param onJump called with the jump in milliseconds, negative when the clock was set back
 * @returns stops watching
 */
export function watchClock(clock: Clock, onJump: (byMs: number) => void): () => void {
  let wallMs = clock.nowMs()
  let elapsedMs = clock.monotonicMs()
  const timer = setInterval(() => {
    const nowMs = clock.nowMs()
    const nowElapsedMs = clock.monotonicMs()
    const jumpMs = nowMs - wallMs - (nowElapsedMs - elapsedMs)
    wallMs = nowMs
    elapsedMs = nowElapsedMs
    if (Math.abs(jumpMs) > JUMP_MS) onJump(jumpMs)
  }, INTERVAL_MS)
  return () => clearInterval(timer)
}
