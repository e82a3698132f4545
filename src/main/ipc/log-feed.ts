import type { LogBook } from '../../engine/log/log-book'
import type { LogPageText } from '../../shared/domain/log-line'
import { coalesce } from '../coalesce'

const TELL_INTERVAL_MS = 50

/** What the window sees of the log as it grows. */
export interface LogFeed {
  /** The lines behind `seq`, a page at a time. */
  read(seq: number): LogPageText
  readonly stop: () => void
}

/**
 * The window takes lines at its own pace: it is told once that there are some, and not again before it has asked. So a
 * window that hangs for hours finds one small message, not hours of lines, and one that was killed finds nothing that
 * is lost or comes twice.
 *
 * @param tell says that there are lines
 */
export function openLogFeed(book: Pick<LogBook, 'textAfter' | 'subscribe'>, tell: () => void): LogFeed {
  let isTold = false
  const soon = coalesce(TELL_INTERVAL_MS, () => {
    isTold = true
    tell()
  })
  const unsubscribe = book.subscribe(() => {
    if (!isTold) soon.soon()
  })
  return {
    read(seq) {
      isTold = false
      return book.textAfter(seq)
    },
    stop() {
      unsubscribe()
      soon.cancel()
    }
  }
}
