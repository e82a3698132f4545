import type { Clock, Timers } from '../ports'

interface Appointment {
  readonly atMs: number
  /** Of two at one instant, the one that was made first comes first. */
  readonly seq: number
  readonly callback: () => void
  isCancelled: boolean
}

/**
 * A clock of its own that stands still while something happens and jumps to the next appointment when nothing does:
 * a week passes as fast as it can be computed.
 */
export class VirtualTime implements Clock, Timers {
  #nowMs: number
  readonly #startMs: number
  /** A binary heap, earliest first. */
  readonly #heap: Appointment[] = []
  #seq = 0
  #busy = 0

  /** @param startMs the instant at which it begins, epoch milliseconds */
  constructor(startMs: number) {
    this.#nowMs = startMs
    this.#startMs = startMs
  }

  nowMs(): number {
    return this.#nowMs
  }

  monotonicMs(): number {
    return this.#nowMs - this.#startMs
  }

  after(ms: number, callback: () => void): () => void {
    return this.at(this.#nowMs + Math.max(0, ms), callback)
  }

  /** Calls back at an instant (epoch milliseconds), at once when it has passed. Returns the cancel function. */
  at(atMs: number, callback: () => void): () => void {
    const appointment = {
      atMs: Math.max(atMs, this.#nowMs),
      seq: (this.#seq += 1),
      callback,
      isCancelled: false
    }
    this.#push(appointment)
    return () => (appointment.isCancelled = true)
  }

  /** Time stands still until this work, which takes real time, is done. */
  async whileBusy<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1
    try {
      return await work
    } finally {
      this.#busy -= 1
    }
  }

  /**
   * Lets time pass, up to and including an instant (epoch milliseconds), or until `isOver` says so. Everything else in the
   * process gets its turn in between.
   */
  async runUntil(endMs: number, isOver: () => boolean): Promise<void> {
    for (;;) {
      await this.#calm()
      if (isOver()) return
      const next = this.#pop()
      if (next === null || next.atMs > endMs) {
        this.#nowMs = endMs
        return
      }
      this.#nowMs = next.atMs
      next.callback()
    }
  }

  /** Whatever the last appointment set going is over: what it resolved has been carried on. */
  async #calm(): Promise<void> {
    do await new Promise<void>((resolve) => setImmediate(resolve))
    while (this.#busy > 0)
  }

  #push(appointment: Appointment): void {
    const heap = this.#heap
    let at = heap.push(appointment) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(appointment, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = appointment
  }

  #pop(): Appointment | null {
    for (;;) {
      const first = this.#heap[0]
      const last = this.#heap.pop()
      if (first === undefined || last === undefined) return null
      if (first !== last) this.#sink(last)
      if (!first.isCancelled) return first
    }
  }

  #sink(appointment: Appointment): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const right = heap[below + 1]
      if (right !== undefined && isBefore(right, heap[below])) below += 1
      const child = heap[below]
      if (child === undefined || !isBefore(child, appointment)) break
      heap[at] = child
      at = below
    }
    heap[at] = appointment
  }
}

const isBefore = (a: Appointment, b: Appointment | undefined): boolean =>
  b === undefined || a.atMs < b.atMs || (a.atMs === b.atMs && a.seq < b.seq)
