import type { Clock } from './ports'
import type { ClockGap } from './scheduler/clock-watch'

/** A larger jump than this is a wrong clock rather than a pause, unless the system reported a sleep. */
const DOUBTFUL_MS = 12 * 3_600_000
/** Power events arrive a little before or after the jump is seen. */
const REPORT_MS = 15_000

export interface ClockEventsContext {
  readonly clock: Clock
  readonly isHeld: () => boolean
  /** Connections that were opened before are not to be used again. */
  readonly forgetConnections: () => void
  readonly onSetBack: (byMs: number) => void
  /** For so long nothing was done. */
  readonly onAway: (awayMs: number) => void
  /** The clock cannot be trusted: everything waits for the operator. */
  readonly hold: (byMs: number) => void
  readonly release: () => void
  /** Look again at everything that depends on the time. */
  readonly look: () => void
  readonly say: (text: string) => void
}

/** What follows from a clock that jumped, a sleep, or a process that was frozen. */
export class ClockEvents {
  readonly #context: ClockEventsContext
  /** When the system last said that it sleeps or wakes, on the clock that never jumps. */
  #reportedMs = -Infinity
  #heldSinceMs: number | null = null
  #unexplainedMs = 0

  constructor(context: ClockEventsContext) {
    this.#context = context
  }

  /** The system says that it goes to sleep or woke up: only a hint, it may be late, twice or missing. */
  notePower(): void {
    const nowMs = this.#context.clock.monotonicMs()
    this.#reportedMs = nowMs
    this.#context.forgetConnections()
    if (this.#heldSinceMs !== null && nowMs - this.#heldSinceMs < REPORT_MS) {
      this.#context.say('The computer slept: the clock is right')
      this.#settle()
    }
  }

  /** The operator has confirmed the time. */
  confirmed(): void {
    this.#heldSinceMs = null
    this.#unexplainedMs = 0
  }

  handle({ jumpMs, awayMs }: ClockGap): void {
    const { clock, forgetConnections, onSetBack, onAway, look, say } = this.#context
    if (jumpMs !== 0) say(`The clock moved by ${Math.round(jumpMs / 1000)} s: looking for what is due`)
    else say(`Nothing could be done for ${Math.round(awayMs / 1000)} s: looking for what is due`)
    forgetConnections()
    const wasReported = clock.monotonicMs() - this.#reportedMs < REPORT_MS
    if (Math.abs(jumpMs) > DOUBTFUL_MS && !wasReported) this.#doubt(jumpMs)
    if (jumpMs < 0) onSetBack(jumpMs)
    if (awayMs > 0) onAway(awayMs)
    look()
  }

  /** A clock that jumps there and back again is right in the end. */
  #doubt(jumpMs: number): void {
    this.#unexplainedMs += jumpMs
    if (this.#context.isHeld() && Math.abs(this.#unexplainedMs) <= DOUBTFUL_MS) {
      this.#context.say('The clock is back where it was')
      this.#settle()
      return
    }
    this.#heldSinceMs = this.#context.clock.monotonicMs()
    this.#context.hold(jumpMs)
  }

  #settle(): void {
    this.confirmed()
    this.#context.release()
  }
}
