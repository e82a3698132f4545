import type { LogFilter } from '../../../shared/domain/log-filter'
import type { KeptLines } from '../../stores/kept-lines'
import { FoundLines } from './found-lines'

/** Less than a frame, so that neither a key nor a scroll waits for a search. */
const PIECE_MS = 10

/** What the page draws: the list changes in place, its ends and the number of kept lines say when. */
export interface LineView {
  readonly found: FoundLines
  readonly first: number
  readonly end: number
  /** Lines that are in memory, whatever the filter says. */
  readonly kept: number
  /** Counts the lists: another one has other places. */
  readonly list: number
  /** A filter was set whose lines are not all found yet; until then the list before stays. */
  readonly isSearching: boolean
}

/** Finds the lines that a filter lets through, in pieces, and goes on finding as lines come. */
export class LineSearch {
  readonly #lines: KeptLines
  readonly #later: (act: () => void) => unknown
  readonly #listeners = new Set<() => void>()
  #shown: FoundLines
  #coming: FoundLines | null = null
  #list = 0
  #asked = ''
  #isWaiting = false
  #view: LineView

  /** @param later runs the next piece after whatever else waits for its turn */
  constructor(
    lines: KeptLines,
    filter: LogFilter,
    afterSeq: number,
    later = (act: () => void): unknown => setTimeout(act)
  ) {
    this.#lines = lines
    this.#later = later
    this.#shown = new FoundLines(lines, filter, afterSeq)
    this.#asked = JSON.stringify([filter, afterSeq])
    this.#view = this.#viewNow()
    this.look()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): LineView => this.#view

  /** Another filter, or another line behind which everything is shown. */
  ask(filter: LogFilter, afterSeq: number): void {
    const asked = JSON.stringify([filter, afterSeq])
    if (asked === this.#asked) return
    this.#asked = asked
    this.#coming = new FoundLines(this.#lines, filter, afterSeq)
    this.look()
  }

  /** Looks at the lines that came, and at what is left of those before, for the length of a piece. */
  readonly look = (): void => {
    if (this.#isWaiting) return
    this.#piece()
  }

  #piece(): void {
    const isWhole = (this.#coming ?? this.#shown).look(performance.now() + PIECE_MS)
    if (isWhole && this.#coming !== null) {
      this.#shown = this.#coming
      this.#coming = null
      this.#list += 1
    }
    if (!isWhole) {
      this.#isWaiting = true
      this.#later(() => {
        this.#isWaiting = false
        this.#piece()
      })
    }
    this.#view = this.#viewNow()
    for (const listener of this.#listeners) listener()
  }

  #viewNow(): LineView {
    const { first, end } = this.#shown
    return {
      found: this.#shown,
      first,
      end,
      kept: this.#lines.end - this.#lines.first,
      list: this.#list,
      isSearching: this.#coming !== null
    }
  }
}
