import { type Delimiter, declaredDelimiter, firstRows } from './csv-delimiter'

const PHONE = /^\+?[\d\s().\-/]+$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const AT_NAME = /^@\w+$/

const MIN_PHONE_DIGITS = 7

/** Whether the first row names the columns: different words, and none that is an address of somebody. */
export function guessHasHeader(headText: string, delimiter: Delimiter): boolean {
  const text = headText.replace(/\r\n?/g, '\n')
  const lineEnd = text.indexOf('\n')
  const isDeclared = lineEnd !== -1 && declaredDelimiter(text.slice(0, lineEnd)) !== null
  const [first] = firstRows(isDeclared ? text.slice(lineEnd + 1) : text, delimiter, 1)
  const cells = (first ?? []).map((cell) => cell.trim())
  const filled = cells.filter((cell) => cell !== '')
  return filled.length * 2 > cells.length && new Set(filled).size === filled.length && !filled.some(isAddress)
}

function isAddress(cell: string): boolean {
  // Loa's own export names the fields of the operator's making so, whatever they are called.
  if (cell.startsWith('custom.')) return false
  const isPhone = PHONE.test(cell) && cell.replace(/\D/g, '').length >= MIN_PHONE_DIGITS
  return isPhone || EMAIL.test(cell) || AT_NAME.test(cell)
}
