import type { Clock } from '../../../src/engine/ports'

/** The computer's clock, which a test moves: by sleep, by hand, or by time that passes. */
export class TestClock implements Clock {
  #wallMs = 0
  #elapsedMs = 0

  nowMs(): number {
    return Date.now() + this.#wallMs
  }

  monotonicMs(): number {
    return performance.now() + this.#elapsedMs
  }

  /** Wall time jumps, elapsed time does not: a sleep, or somebody who sets the clock. */
  jump(byMs: number): void {
    this.#wallMs += byMs
  }

  /** Both go on: so much time has passed while the computer was awake. */
  pass(byMs: number): void {
    this.#wallMs += byMs
    this.#elapsedMs += byMs
  }
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
