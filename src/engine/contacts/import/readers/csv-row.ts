import { withoutTextMark } from '../../export/text-mark'
import { MAX_RECORD_CHARACTERS } from './record-parser'
import type { SourceEvent, SourceProblem } from './source'
import { hasInvalidCharacters } from './stream-decoder'

export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
  /** A quote of it is followed by something else than the cell's end. */
  readonly hasMisplacedQuote: boolean
}

/** A row as a record with a value for every column, or why it is none. */
export function eventsOfRow(source: CsvRow, columns: readonly string[]): readonly SourceEvent[] {
  const problem = problemOf(source, columns)
  if (problem !== null) return [{ type: 'unreadable', problem }]
  const { row, cells } = source
  const fields = new Map(columns.map((column, index) => [column, withoutTextMark(cells[index] ?? '')]))
  return [
    ...doubtsOf(source, columns).map((doubt): SourceEvent => ({ type: 'doubt', problem: doubt })),
    { type: 'record', record: { row, fields } }
  ]
}

export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

function problemOf(
  { row, cells, hasMisplacedQuote }: CsvRow,
  columns: readonly string[]
): SourceProblem | null {
  const characters = cells.reduce((sum, cell) => sum + cell.length, 0)
  if (characters > MAX_RECORD_CHARACTERS) return { row, code: 'record_too_large' }
  // A cell that ran on into other cells shows by the width or by a line end in it: then it is not known what belongs where.
  if (hasMisplacedQuote && (cells.length !== columns.length || cells.some((cell) => cell.includes('\n'))))
    return { row, code: 'quote_misplaced' }
  const invalid = cells.findIndex(hasInvalidCharacters)
  if (invalid !== -1)
    return { row, code: 'invalid_bytes', detail: columns[invalid] ?? `Column ${invalid + 1}` }
  if (!isBlankRow(cells.slice(columns.length)))
    return { row, code: 'row_too_wide', detail: `${cells.length} of ${columns.length}` }
  return null
}

function doubtsOf(
  { row, cells, hasMisplacedQuote }: CsvRow,
  columns: readonly string[]
): readonly SourceProblem[] {
  const isNarrow = cells.length < columns.length / 2
  return [
    ...(isNarrow
      ? [{ row, code: 'row_too_narrow' as const, detail: `${cells.length} of ${columns.length}` }]
      : []),
    ...(hasMisplacedQuote ? [{ row, code: 'quote_misplaced' as const }] : [])
  ]
}
