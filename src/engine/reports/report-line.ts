import { CHAIN_LENGTH, END_CELL, linkOf } from './hash-chain'

/** What a line ends with, behind its hash. The last line of a JSON report has a bracket where others have the comma. */
const CSV_END = '\r\n'
const JSON_END = '"},\n'

/** What the line begins with that says that the report is complete. */
const CLOSINGS = [`${END_CELL},`, '{"record":"end",'] as const

const CARRIAGE_RETURN = 0x0d

/** The hash that a line, its end included, claims: what stands at the fixed place; null when the line is too short. */
export function hashIn(line: Buffer): string | null {
  const from = hashPlace(line)
  return from < 0 ? null : line.toString('latin1', from, from + CHAIN_LENGTH)
}

/** Does a line continue the chain from the hash before it? */
export function isLinked(previous: string, line: Buffer): boolean {
  const from = hashPlace(line)
  if (from < 0) return false
  return hashIn(line) === linkOf(previous, line.subarray(0, from), line.subarray(from + CHAIN_LENGTH))
}

/** Is it the line that says that the report is complete? */
export const isClosing = (line: Buffer): boolean =>
  CLOSINGS.some((closing) => line.toString('latin1', 0, closing.length) === closing)

/** Is it that line, whole but for a newline that was changed or taken away? What is cut off further in front is not. */
export function isClosingWithoutEnd(previous: string, text: Buffer): boolean {
  if (!isClosing(text)) return false
  const contents = [text, text.subarray(0, -1)]
  return contents.some((content) =>
    ['\n', CSV_END].some((end) => isLinked(previous, Buffer.concat([content, Buffer.from(end)])))
  )
}

const hashPlace = (line: Buffer): number =>
  line.length - (line.at(-2) === CARRIAGE_RETURN ? CSV_END : JSON_END).length - CHAIN_LENGTH
