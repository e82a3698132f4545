import { type LogFilter, lineTest } from '../../../shared/domain/log-filter'
import { KEPT_LOG_LINES, type LogLine } from '../../../shared/domain/log-line'
import type { KeptLines } from '../../stores/kept-lines'

/** The clock is asked once in so many lines. */
const LINES_A_GLANCE = 64

/**
 * The kept lines that a filter lets through, behind a line. Each line is looked at once: those that come are looked at
 * when they come, those that are kept no longer fall out in front. What is found has a place of its own that never
 * changes, so a view that stands still knows by how much the list has moved above it.
 */
export class FoundLines {
  readonly #lines: KeptLines
  readonly #isShown: (line: LogLine) => boolean
  /** The numbers of the lines, in a ring by their place. */
  readonly #seqs = new Float64Array(KEPT_LOG_LINES)
  #first = 0
  #end = 0
  #next: number

  constructor(lines: KeptLines, filter: LogFilter, afterSeq: number) {
    this.#lines = lines
    this.#isShown = lineTest(filter, lines.folded)
    this.#next = afterSeq + 1
  }

  /** The place of the first one; the last one's is one less than `end`. */
  get first(): number {
    return this.#first
  }

  get end(): number {
    return this.#end
  }

  /** Looks at lines that were not looked at before, until a time (`performance.now()`). True when that were all. */
  look(untilMs: number): boolean {
    const lines = this.#lines
    while (this.#first < this.#end && this.#seqAt(this.#first) < lines.first) this.#first += 1
    let seq = Math.max(this.#next, lines.first)
    for (; seq < lines.end; seq += 1) {
      const line = lines.at(seq)
      if (line !== undefined && this.#isShown(line)) {
        this.#seqs[this.#end % KEPT_LOG_LINES] = seq
        this.#end += 1
      }
      if (seq % LINES_A_GLANCE === 0 && performance.now() >= untilMs) {
        seq += 1
        break
      }
    }
    this.#next = seq
    return seq >= lines.end
  }

  at(place: number): LogLine | undefined {
    return place >= this.#first && place < this.#end ? this.#lines.at(this.#seqAt(place)) : undefined
  }

  /** Where a line is; -1 when it is not among them. */
  placeOf(seq: number): number {
    const place = this.#placeFrom(seq)
    return place < this.#end && this.#seqAt(place) === seq ? place : -1
  }

  /** How many of them there are from one line to another, both inclusive. */
  countBetween(fromSeq: number, toSeq: number): number {
    return this.#placeFrom(toSeq + 1) - this.#placeFrom(fromSeq)
  }

  /** The place of the first one that is not before a line. */
  #placeFrom(seq: number): number {
    let low = this.#first
    let high = this.#end
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#seqAt(middle) < seq) low = middle + 1
      else high = middle
    }
    return low
  }

  #seqAt(place: number): number {
    return this.#seqs[place % KEPT_LOG_LINES] ?? 0
  }
}
