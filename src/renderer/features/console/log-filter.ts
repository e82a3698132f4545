import type { LogLevel, LogLine, LogSource } from '../../../shared/domain/log-line'
import { foldText, holdsWords, queryWords } from '../../ui/fold-text'

/** What the operator wants to see of the log. */
export interface LogFilter {
  readonly level: LogLevel | 'all'
  readonly source: LogSource | 'all'
  readonly query: string
}

export const everyLine: LogFilter = { level: 'all', source: 'all', query: '' }

export const isFiltered = (filter: LogFilter): boolean =>
  filter.level !== 'all' || filter.source !== 'all' || filter.query.trim() !== ''

// Lines never change, so each is folded once, however often new ones arrive while a search is on.
const folded = new WeakMap<LogLine, string>()

function foldedText(line: LogLine): string {
  const known = folded.get(line)
  if (known !== undefined) return known
  const text = foldText(line.text)
  folded.set(line, text)
  return text
}

/** The lines that the filter lets through, of those after `clearedSeq` (clearing the view hides lines, it deletes none). */
export function filterLines(
  lines: readonly LogLine[],
  filter: LogFilter,
  clearedSeq: number
): readonly LogLine[] {
  const first = lines.findIndex((line) => line.seq > clearedSeq)
  if (first === -1) return []
  const kept = first === 0 ? lines : lines.slice(first)
  if (!isFiltered(filter)) return kept
  const words = queryWords(filter.query)
  return kept.filter(
    (line) =>
      (filter.level === 'all' || line.level === filter.level) &&
      (filter.source === 'all' || line.source === filter.source) &&
      (words.length === 0 || holdsWords(foldedText(line), words))
  )
}

/** Lines as they stand in the file: the ISO time, then the text. */
export const linesAsText = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${line.at} ${line.text}`).join('\n')
