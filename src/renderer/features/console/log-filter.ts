import { LOG_LEVELS, type LogLevel, type LogLine, type LogSource } from '../../../shared/domain/log-line'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'

/** `problems`: warnings and errors together. */
export const LEVEL_CHOICES = ['all', 'problems', ...LOG_LEVELS] as const

export type LevelChoice = (typeof LEVEL_CHOICES)[number]

export const SOURCE_CHOICES = ['all', 'campaign', 'whatsapp', 'telegram', 'ai_call', 'app'] as const

export type SourceChoice = (typeof SOURCE_CHOICES)[number] & (LogSource | 'all')

/** What the operator wants to see of the log. */
export interface LogFilter {
  readonly level: LevelChoice
  readonly source: SourceChoice
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

const isOf = (choice: LevelChoice, level: LogLevel): boolean =>
  choice === 'all' ||
  choice === level ||
  (choice === 'problems' && (level === 'warning' || level === 'error'))

/** The lines after `seq`; clearing the view hides lines, it deletes none. */
export function linesAfter(lines: readonly LogLine[], seq: number): readonly LogLine[] {
  const first = lines.findIndex((line) => line.seq > seq)
  if (first === 0) return lines
  return first === -1 ? [] : lines.slice(first)
}

/** The lines that the filter lets through, in their order. */
export function filterLines(lines: readonly LogLine[], filter: LogFilter): readonly LogLine[] {
  if (!isFiltered(filter)) return lines
  const words = queryWords(filter.query)
  return lines.filter(
    (line) =>
      isOf(filter.level, line.level) &&
      (filter.source === 'all' || line.source === filter.source) &&
      (words.length === 0 || holdsWords(foldedText(line), words))
  )
}

/** Lines as they stand in the file: the ISO time, then the text. */
export const linesAsText = (lines: readonly LogLine[]): string =>
  lines.map((line) => `${line.at} ${line.text}`).join('\n')
