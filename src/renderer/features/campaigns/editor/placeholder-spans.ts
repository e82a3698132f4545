/** A piece of a text that the template language reads: `{{ first_name }}` is an output, `{% if … %}` a tag. */
export interface PlaceholderSpan {
  readonly kind: 'output' | 'tag'
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** What stands between braces is short; a brace that is never closed must not be looked for to the end of the text. */
const LONGEST_SPAN = 500

const OPENING = /\{\{|\{%/g
const RAW = /^\{%-?\s*(?:raw|comment)\s*-?%\}$/
const RAW_END = /\{%-?\s*end(?:raw|comment)\s*-?%\}/g

/** Where the closing braces end, those inside of quotes left out; -1 when there are none. */
function endOfSpan(text: string, from: number, closing: string): number {
  const limit = Math.min(text.length, from + LONGEST_SPAN)
  let quote = ''
  for (let at = from; at < limit; at += 1) {
    const letter = text.charAt(at)
    if (quote !== '') {
      if (letter === '\\') at += 1
      else if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (text.startsWith(closing, at)) return at + closing.length
  }
  return -1
}

/** Everything in a text that is filled in or decides, in order; what `raw` and `comment` hold is plain text. */
export function placeholderSpans(text: string): PlaceholderSpan[] {
  const spans: PlaceholderSpan[] = []
  OPENING.lastIndex = 0
  for (let found = OPENING.exec(text); found !== null; found = OPENING.exec(text)) {
    const kind = found[0] === '{{' ? 'output' : 'tag'
    const start = found.index
    const end = endOfSpan(text, OPENING.lastIndex, kind === 'output' ? '}}' : '%}')
    if (end < 0) continue
    spans.push({ kind, start, end })
    OPENING.lastIndex = RAW.test(text.slice(start, end)) ? endOfRaw(text, end) : end
  }
  return spans
}

function endOfRaw(text: string, from: number): number {
  RAW_END.lastIndex = from
  const found = RAW_END.exec(text)
  return found?.index ?? text.length
}

/** Does a text hold anything that would be filled in, were placeholders on? */
export const holdsPlaceholders = (text: string): boolean => /\{\{|\{%/.test(text)
