import type { Settings } from '../shared/domain/settings'

/**
 * What holds back all sending. What the operator or the clock demands holds at once, before it is on the disk: a stop
 * that waits for a slow disk is no stop.
 */
export class Holds {
  readonly #settings: () => Settings
  readonly #hasProblems: () => boolean
  #isReady = false
  #isStopping = false
  #isClockDoubted = false

  constructor(settings: () => Settings, hasProblems: () => boolean) {
    this.#settings = settings
    this.#hasProblems = hasProblems
  }

  /** Nothing is sent while everything is paused, nor while a file is unreadable: it may say who must not be sent to. */
  get isHeld(): boolean {
    return (
      !this.#isReady ||
      this.#settings().paused_all ||
      this.isEmergency ||
      this.isClockHeld ||
      this.#hasProblems()
    )
  }

  get isEmergency(): boolean {
    return this.#isStopping || this.#settings().emergency_stop !== null
  }

  get isClockHeld(): boolean {
    return this.#isClockDoubted || this.#settings().clock_hold !== null
  }

  /** Everything that happened before this start is known: from now on it may be sent. */
  ready(): void {
    this.#isReady = true
  }

  /** An emergency stop is being written down. */
  stopping(isStopping: boolean): void {
    this.#isStopping = isStopping
  }

  /** A doubt about the clock is being written down. */
  doubtClock(isDoubted: boolean): void {
    this.#isClockDoubted = isDoubted
  }
}
