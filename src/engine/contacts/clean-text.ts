/** Invisible and never part of a name: lone surrogates, zero-width and bidi marks, controls that are not whitespace. */
const UNSEEN =
  /[\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[^\P{Cc}\s\u0085]/gu

/** The zero-width (non-)joiner: Persian and Sinhala names and emoji sequences are written with them. */
const JOINERS = /[\u200C\u200D]+/g

const BLANK = /[\s\u0085]/
const BLANKS = /[\s\u0085]+/g
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/** Printable ASCII and the precomposed letters of the Latin scripts, Vietnamese among them, are clean and in NFC. */
const NEEDS_CLEANING = /[^ -~\u00C0-\u024F\u1E00-\u1EFF]|^ | $| {2}/
const NEEDS_CLEANING_IN_LINES = /[^\n\t -~\u00C0-\u024F\u1E00-\u1EFF]/

/** One line in NFC: line breaks, tabs and runs of spaces are one space, nothing invisible is left. Idempotent. */
export function cleanLine(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text
  return withoutUnseen(text).replace(BLANKS, ' ').trim().normalize('NFC')
}

/** Several lines in NFC: as `cleanLine`, but line breaks (as LF), tabs and the spaces in a line stay. Idempotent. */
export function cleanText(text: string): string {
  const seen = NEEDS_CLEANING_IN_LINES.test(text) ? withoutUnseen(text).replace(LINE_BREAK, '\n') : text
  const lines = seen.split('\n').map((line) => line.trimEnd())
  return lines.join('\n').trim().normalize('NFC')
}

/** A number, name or link, in which a joiner has no meaning either. */
export function cleanAddress(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text
  return cleanLine(text.replace(JOINERS, ''))
}

function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINERS, keepBetweenVisible)
}

function keepBetweenVisible(run: string, at: number, text: string): string {
  return isVisible(text.charAt(at - 1)) && isVisible(text.charAt(at + run.length)) ? run.charAt(0) : ''
}

function isVisible(character: string): boolean {
  return character !== '' && !BLANK.test(character)
}
