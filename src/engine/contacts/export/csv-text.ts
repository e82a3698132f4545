import { withTextMark } from './text-mark'

/** Without it Excel takes UTF-8 for the computer's old encoding. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A cell with one of these, or with blanks at its ends that some readers drop, stands in quotes. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * A row with its line end (RFC 4180), formulas made harmless. Not by Papa's unparse: its text marks go before a phone
 * number too and are not put before an apostrophe, so they could not be taken back.
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(withTextMark(cell))).join(',')}\r\n`

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
