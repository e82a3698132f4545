import { columnsOfHeader, columnsWithoutHeader, MAX_COLUMNS } from './csv-columns'
import { declaredDelimiter, type Delimiter } from './csv-delimiter'
import { eventsOfRow, isBlankRow } from './csv-row'
import { type ScannedRows, scanRows } from './csv-scanner'
import { LineEnds } from './line-ends'
import { MAX_RECORD_CHARACTERS, type ParsedPiece, type RecordParser } from './record-parser'
import type { SourceEvent, SourceFailure } from './source'

export interface CsvOptions {
  readonly delimiter: Delimiter
  readonly hasHeader: boolean
}

/** Longer than any `sep=;`: a first line that long declares nothing. */
const DECLARATION_CHARACTERS = 16

/** Reads a sheet. The first row that is not blank names the columns, or says how many there are. */
export class CsvParser implements RecordParser {
  readonly #hasHeader: boolean
  readonly #lineEnds = new LineEnds()
  #delimiter: Delimiter
  #columns: readonly string[] | null = null
  #rest = ''
  #row = 0
  #isAtStart = true
  #isSkippingLine = false

  constructor({ delimiter, hasHeader }: CsvOptions) {
    this.#delimiter = delimiter
    this.#hasHeader = hasHeader
  }

  push(text: string): ParsedPiece {
    return this.#read(this.#lineEnds.push(text), false)
  }

  end(): ParsedPiece {
    return this.#read('', true)
  }

  #read(text: string, isLast: boolean): ParsedPiece {
    this.#rest += text
    if (this.#isAtStart && !this.#readDeclaration(isLast)) return { events: [] }
    if (this.#isSkippingLine && !this.#skipLine()) return { events: [] }
    const scanned = scanRows(this.#rest, this.#delimiter, isLast)
    this.#rest = scanned.rest
    const events: SourceEvent[] = []
    const failure = this.#takeRows(scanned, events) ?? this.#checkRest(events)
    return failure === null ? { events } : { events, failure }
  }

  /** False while the first line is not whole yet. */
  #readDeclaration(isLast: boolean): boolean {
    const lineEnd = this.#rest.indexOf('\n')
    if (lineEnd === -1 && !isLast && this.#rest.length < DECLARATION_CHARACTERS) return false
    this.#isAtStart = false
    const firstLine = lineEnd === -1 ? this.#rest : this.#rest.slice(0, lineEnd)
    const declared = declaredDelimiter(firstLine)
    if (declared === null) return true
    this.#delimiter = declared
    this.#rest = this.#rest.slice(firstLine.length + 1)
    return true
  }

  #takeRows(
    { rows, misplacedQuotes, endsInQuote }: ScannedRows,
    events: SourceEvent[]
  ): SourceFailure | null {
    for (const [index, cells] of rows.entries()) {
      this.#row++
      if (endsInQuote && index === rows.length - 1) return { code: 'quote_never_closed', row: this.#row }
      if (isBlankRow(cells)) continue
      if (this.#columns === null) {
        if (cells.length > MAX_COLUMNS)
          return { code: 'too_many_columns', row: this.#row, detail: String(cells.length) }
        this.#columns = this.#hasHeader ? columnsOfHeader(cells) : columnsWithoutHeader(cells.length)
        if (this.#hasHeader) continue
      }
      const hasMisplacedQuote = misplacedQuotes.has(index)
      events.push(...eventsOfRow({ row: this.#row, cells, hasMisplacedQuote }, this.#columns))
    }
    return null
  }

  /** A row that does not end: with an open quote the rest of the file is in it, else it ends with its line. */
  #checkRest(events: SourceEvent[]): SourceFailure | null {
    if (this.#rest.length <= MAX_RECORD_CHARACTERS) return null
    this.#row++
    if (scanRows(this.#rest, this.#delimiter, true).endsInQuote)
      return { code: 'quote_never_closed', row: this.#row }
    events.push({ type: 'unreadable', problem: { row: this.#row, code: 'record_too_large' } })
    this.#isSkippingLine = true
    this.#rest = ''
    return null
  }

  /** False while the line goes on. */
  #skipLine(): boolean {
    const lineEnd = this.#rest.indexOf('\n')
    this.#isSkippingLine = lineEnd === -1
    this.#rest = lineEnd === -1 ? '' : this.#rest.slice(lineEnd + 1)
    return !this.#isSkippingLine
  }
}
