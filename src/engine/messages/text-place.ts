import { lettersIn } from '../../shared/text/letters'

/** Where something stands in a text, both counted from 1; the column in letters as people count them. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** @param offset in UTF-16 units from the start of the text */
export function placeIn(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  const line = before.split('\n')
  return { line: line.length, column: lettersIn(line.at(-1) ?? '') + 1 }
}
