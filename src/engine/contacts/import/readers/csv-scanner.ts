import Papa from 'papaparse'
import type { Delimiter } from './csv-delimiter'
import { shortenSpaceRuns } from './space-runs'

/** The whole rows of a text, and the text that follows them. */
export interface ScannedRows {
  readonly rows: readonly (readonly string[])[]
  /** Indexes of rows with a quote that is followed by something else than the cell's end. */
  readonly misplacedQuotes: ReadonlySet<number>
  readonly rest: string
  /** The text ends within a quoted cell. Told of the last piece only. */
  readonly endsInQuote: boolean
}

interface PapaOutcome {
  readonly data: readonly (readonly string[])[]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

/**
 * Cuts text with LF line ends into rows. Papa's streams decide themselves when to read on and keep no account of what is
 * still open, so this asks its parser, which leaves out a row that may not be whole unless this is the last text.
 */
export function scanRows(source: string, delimiter: Delimiter, isLast: boolean): ScannedRows {
  const text = shortenSpaceRuns(source)
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const { data, errors, meta } = parser.parse(text, 0, !isLast) as PapaOutcome
  return {
    rows: data,
    misplacedQuotes: new Set(errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row)),
    rest: isLast ? '' : text.slice(meta.cursor),
    endsInQuote: errors.some(({ code }) => code === 'MissingQuotes')
  }
}
