import type { Clock, Timers } from '../ports'

const INTERVAL_MS = 2_000
const JUMP_MS = 1_500
/** A process that was not scheduled for longer than this was frozen, or slept with a monotonic clock that went on. */
const FROZEN_MS = 30_000

/** What happened to the clock between two looks at it. */
export interface ClockGap {
  /** By how much wall time moved beyond elapsed time, milliseconds; negative when the clock was set back. */
  readonly jumpMs: number
  /** For how long the app could do nothing, as far as it can tell, milliseconds. */
  readonly awayMs: number
}

export interface ClockWatch {
  /** Looks at the clock now: whoever is about to send asks first, so that nothing leaves on a clock that jumped. */
  check(): void
  stop(): void
}

/**
 * Notices that wall time and elapsed time no longer agree, or that the process stood still: the computer slept, was
 * frozen, or its clock was set. Timers know nothing of it and power events are not reliable, so this is what wakes the
 * scheduler after a sleep.
 */
export function watchClock(
  clock: Clock,
  timers: Timers,
  onGap: (gap: ClockGap) => void,
  onTick: () => void = () => undefined
): ClockWatch {
  let wallMs = clock.nowMs()
  let elapsedMs = clock.monotonicMs()
  const check = () => {
    const nowMs = clock.nowMs()
    const nowElapsedMs = clock.monotonicMs()
    const passedMs = nowElapsedMs - elapsedMs
    const jumpMs = nowMs - wallMs - passedMs
    wallMs = nowMs
    elapsedMs = nowElapsedMs
    const frozenMs = passedMs > FROZEN_MS ? passedMs - INTERVAL_MS : 0
    const isJump = Math.abs(jumpMs) > JUMP_MS
    if (isJump || frozenMs > 0) onGap({ jumpMs: isJump ? jumpMs : 0, awayMs: Math.max(jumpMs, frozenMs, 0) })
  }
  const tick = () => {
    cancel = timers.after(INTERVAL_MS, tick)
    check()
    onTick()
  }
  let cancel = timers.after(INTERVAL_MS, tick)
  return { check, stop: () => cancel() }
}
