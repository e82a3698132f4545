import type { Clock, Timers } from '../../../src/engine/ports'

/** How often the clock looks for timers whose time has come. */
const TICK_MS = 1
/** At most so much of our time passes with each look: what a busy computer takes away from this process does not. */
const MOST_MS = 1.5

interface Waiting {
  readonly dueMs: number
  readonly callback: () => void
}

/**
 * A clock on which time passes faster, with timers that keep up with it: an hour in a minute, say. It passes while somebody
 * waits for it, and between two pieces of work, not within them.
 */
export class FastClock implements Clock, Timers {
  readonly #startMs: number
  readonly #rate: number
  readonly #waiting = new Set<Waiting>()
  #passedMs = 0
  #lookedMs = 0
  #ticking: NodeJS.Timeout | null = null

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
    return this.#passedMs
  }

  after(ms: number, callback: () => void): () => void {
    if (ms <= 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const waiting = { dueMs: this.monotonicMs() + ms, callback }
    this.#waiting.add(waiting)
    this.#ticking ??= this.#begin()
    return () => this.#forget(waiting)
  }

  #begin(): NodeJS.Timeout {
    this.#lookedMs = performance.now()
    return setInterval(() => this.#tick(), TICK_MS)
  }

  #tick(): void {
    const nowMs = performance.now()
    this.#passedMs += Math.min(nowMs - this.#lookedMs, MOST_MS) * this.#rate
    this.#lookedMs = nowMs
    const due = [...this.#waiting]
      .filter(({ dueMs }) => dueMs <= this.#passedMs)
      .sort((a, b) => a.dueMs - b.dueMs)
    for (const waiting of due) {
      // The one before may have called it off.
      if (!this.#waiting.has(waiting)) continue
      this.#forget(waiting)
      waiting.callback()
    }
  }

  #forget(waiting: Waiting): void {
    this.#waiting.delete(waiting)
    if (this.#waiting.size > 0 || this.#ticking === null) return
    clearInterval(this.#ticking)
    this.#ticking = null
  }
}
