/** What a spreadsheet takes for the start of a formula, or skips before it looks for one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const MARKED_FORMULA = /^'+[=+\-@\t\r\n＝＋－＠]/

/** A phone number begins like a formula and is left as it is: no list with apostrophes in it would go into a phone. */
const PHONE_NUMBER = /^\+(?=.*\d)[\d .()-]+$/

/**
 * Text as a cell that no spreadsheet runs: one apostrophe more where it could be a formula. `withoutTextMark` gives back
 * any text.
 */
export const withTextMark = (text: string): string =>
  FORMULA.test(text) && !PHONE_NUMBER.test(text) ? `'${text}` : text

/** A cell without the apostrophe that says "this is text", which spreadsheets' own users type too. */
export const withoutTextMark = (text: string): string => (MARKED_FORMULA.test(text) ? text.slice(1) : text)
