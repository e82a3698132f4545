import type { Clock, Timers } from '../../../src/engine/ports'

/** A clock on which time passes faster, with timers that keep up with it: an hour in a minute, say. */
export class FastClock implements Clock, Timers {
  readonly #startMs: number
  readonly #rate: number
  readonly #begunMs = performance.now()

  /**
   * @param startMs what it says at first, epoch milliseconds
   * @param rate how many of its seconds pass in one
   */
  constructor(startMs: number, rate: number) {
    this.#startMs = startMs
    this.#rate = rate
  }

  nowMs(): number {
    return Math.floor(this.#startMs + this.monotonicMs())
  }

  monotonicMs(): number {
    return (performance.now() - this.#begunMs) * this.#rate
  }

  after(ms: number, callback: () => void): () => void {
    if (ms <= 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(callback, ms / this.#rate)
    return () => clearTimeout(timer)
  }
}
