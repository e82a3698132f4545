import type { RowReport } from '../../../shared/domain/contact-import'
import { BYTE_ORDER_MARK, csvLine } from './csv-text'

/** What became of a row, and why, in the operator's language. */
export interface ReportWords {
  readonly outcome: string
  readonly problems: string
}

/** The report of an import as a spreadsheet opens it, in the order of the rows given. */
export function* reportLines(
  rows: readonly RowReport[],
  words: (row: RowReport) => ReportWords
): Generator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(['row', 'result', 'name', 'reason'])
  for (const row of rows) {
    const { outcome, problems } = words(row)
    yield csvLine([String(row.row), outcome, row.name, problems])
  }
}
