import { TEXT_FAILURES } from '../../shared/domain/text-failure'

/** So many parts of a text may be written; a text of a hundred lines has a few hundred. */
const MOST_STEPS = 5_000
/** So many characters and list entries may pass through filters and comparisons. */
const MOST_WORK = 2_000_000
/** Beyond this (CPU time, milliseconds) something was overlooked by the counts. */
const LONGEST_CPU_MS = 1_000

/** Filling in a text would take too much work: a loop without an end, or a text that grows without bounds. */
export class WorkExhausted extends Error {
  constructor() {
    super(TEXT_FAILURES.too_much_work)
  }
}

/**
 * What one filling in may cost. It is counted, not timed, so that a text which goes out today is not refused tomorrow
 * because the computer is busy, or slept in the middle of it.
 */
export class WorkBudget {
  #steps = 0
  #work = 0
  readonly #sinceMs = performance.now()
  #cpuSince: NodeJS.CpuUsage | null = null

  /** One more part of the text is written. */
  step(): void {
    this.#steps += 1
    if (this.#steps > MOST_STEPS || this.#isStuck()) throw new WorkExhausted()
  }

  /** So many characters or entries are looked at or made; anything but a positive number counts as none. */
  use(count: number): void {
    if (!(count > 0)) return
    this.#work += count
    if (this.#work > MOST_WORK) throw new WorkExhausted()
  }

  /** Time that somebody else had, or that the computer slept, is no work: only then the CPU is asked, which costs more. */
  #isStuck(): boolean {
    if (performance.now() - this.#sinceMs < LONGEST_CPU_MS) return false
    this.#cpuSince ??= process.cpuUsage()
    const { user, system } = process.cpuUsage(this.#cpuSince)
    return (user + system) / 1000 > LONGEST_CPU_MS
  }
}
