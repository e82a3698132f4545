import { type LogSelection, lineTest } from '../../shared/domain/log-filter'
import { plainLine } from '../../shared/domain/log-line'
import { type LogBook, pagesOf } from './log-book'

interface SelectedText {
  /** The lines as they stand in the file, each with its line end; empty where a page has none. Goes by once. */
  readonly pages: Iterable<string>
  /** How many lines went by. */
  count(): number
}

/** The kept lines of a selection as text, a page at a time: a hundred thousand of them are some fifteen megabytes. */
export function selectedText(
  book: Pick<LogBook, 'after'>,
  { filter, from_seq, to_seq }: LogSelection
): SelectedText {
  const isShown = lineTest(filter)
  let count = 0
  function* pages(): Generator<string, void> {
    for (const lines of pagesOf(book, Math.max(1, from_seq), to_seq)) {
      const shown = lines.filter(isShown)
      count += shown.length
      yield shown.map((line) => plainLine(line) + '\n').join('')
    }
  }
  return { pages: pages(), count: () => count }
}
