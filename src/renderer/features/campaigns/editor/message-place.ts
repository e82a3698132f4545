import type { TextProblem } from '../../../../shared/domain/message'
import { lengthOfLetters } from '../../../../shared/text/letters'
import { placeholderSpans } from './placeholder-spans'

/** A part of a text; the end is exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Where a line (from 1) begins; lines beyond the last one are the end of the text. */
function startOfLine(text: string, line: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  return start
}

/** The part of a text that a problem is about; null when it is the text as a whole. */
export function placeOf(text: string, { line, column = 1 }: TextProblem): TextRange | null {
  if (line === undefined) return null
  const lineStart = startOfLine(text, line)
  const nextLine = text.indexOf('\n', lineStart)
  const lineEnd = nextLine < 0 ? text.length : nextLine
  const at = lineStart + lengthOfLetters(text.slice(lineStart, lineEnd), column - 1)
  const span = placeholderSpans(text).find(({ start, end }) => start <= at && at < end)
  if (span !== undefined) return { start: span.start, end: span.end }
  const word = /^\S+(?:[^\S\n]+\S+){0,2}/.exec(text.slice(at, Math.min(lineEnd, at + 60)))?.[0] ?? ''
  // An end of line has nothing to mark: what stands before it is meant.
  return word === '' ? { start: lineStart, end: lineEnd } : { start: at, end: at + word.length }
}
