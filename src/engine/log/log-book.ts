import type { LogLine, LogPage, LogPageText } from '../../shared/domain/log-line'
import type { Clock, Log } from '../ports'
import { isoOf } from '../system-clock'
import { formatEvent } from './format-event'
import { KeptLog } from './kept-log'

export interface LogBook {
  readonly log: Log
  /**
   * The kept lines behind `seq`, oldest first, a page at a time: whoever was away asks again behind the last line that
   * it got, until it has the newest. Lines that are kept no longer are skipped.
   */
  after(seq: number): LogPage
  /** The same, for somebody who hands them on. */
  textAfter(seq: number): LogPageText
  /** Calls the listener with every new line, at once. Returns the unsubscribe function. */
  subscribe(listener: (line: LogLine) => void): () => void
  /** Changes the text of kept lines, for somebody who is erased. True when one has changed. */
  rewrite(change: (line: LogLine) => string): boolean
}

/**
 * Turns events into numbered lines, keeps the latest and hands each to whoever listens.
 * @param clean takes out of a line what must be in no log: whatever an error or a gateway says may hold a secret
 */
export function createLogBook(clock: Clock, clean: (text: string) => string): LogBook {
  const listeners = new Set<(line: LogLine) => void>()
  const kept = new KeptLog()
  const now = { ms: Number.NaN, iso: '' }
  /** Many lines are of one millisecond. */
  const at = () => {
    const ms = clock.nowMs()
    if (ms !== now.ms) Object.assign(now, { ms, iso: isoOf(ms) })
    return now.iso
  }
  return {
    log: (event) => {
      for (const body of formatEvent(event)) {
        const line = { ...body, text: clean(body.text), seq: kept.lastSeq + 1, at: at() }
        kept.add(line)
        for (const listener of listeners) listener(line)
      }
    },
    after: (seq) => ({ lines: kept.after(seq), last_seq: kept.lastSeq }),
    textAfter: (seq) => ({ lines: kept.textAfter(seq), last_seq: kept.lastSeq }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rewrite: (change) => kept.rewrite(change)
  }
}

/** The kept lines from one number to another (both inclusive), page by page. */
export function* pagesOf(
  book: Pick<LogBook, 'after'>,
  fromSeq: number,
  toSeq: number
): Generator<readonly LogLine[], void> {
  for (let seq = fromSeq - 1; seq < toSeq;) {
    const { lines } = book.after(seq)
    const last = lines.at(-1)
    if (last === undefined) return
    yield last.seq <= toSeq ? lines : lines.filter((line) => line.seq <= toSeq)
    seq = last.seq
  }
}
