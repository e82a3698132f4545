/** A line of a card before its value is read. */
export interface VcardLine {
  /** In upper case, without the group. */
  readonly name: string
  /** What ties lines together, as in `item1.TEL` and `item1.X-ABLabel`; else empty. */
  readonly group: string
  /** As written: `TYPE=CELL`, or 2.1's bare `CELL`. */
  readonly params: readonly string[]
  readonly value: string
}

const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i

/**
 * Joins the lines that were folded. 2.1 folds at a space of the text, which stays; soft line breaks of quoted-printable
 * are joined whatever the version.
 */
export function unfold(lines: readonly string[], keepsSpace: boolean): readonly string[] {
  const parts: string[][] = []
  let isSoftBreak = false
  for (const line of lines) {
    const current = parts.at(-1)
    const isFolded = /^[ \t]/.test(line)
    let kept = line
    if (current !== undefined && (isSoftBreak || isFolded)) {
      kept = isSoftBreak || keepsSpace ? line : line.slice(1)
      current.push(kept)
    } else if (line.trim() === '') continue
    else parts.push([line])
    const written = parts.at(-1)
    isSoftBreak = kept.endsWith('=') && QUOTED_PRINTABLE.test(written?.[0] ?? '')
    if (isSoftBreak) written?.splice(-1, 1, kept.slice(0, -1))
  }
  return parts.map((part) => part.join(''))
}

/** No property has more parameters than fit in so much; ical.js takes long over those that do. */
const MAX_HEAD_CHARACTERS = 8 * 1024

/** Null for what is no line of a card. */
export function readLine(line: string): VcardLine | null {
  const valueStart = indexOutsideQuotes(line, ':', 0)
  if (valueStart === -1 || valueStart > MAX_HEAD_CHARACTERS) return null
  const head = line.slice(0, valueStart)
  const params: string[] = []
  const nameEnd = indexOutsideQuotes(head, ';', 0)
  for (let start = nameEnd; start !== -1;) {
    const end = indexOutsideQuotes(head, ';', start + 1)
    params.push(head.slice(start + 1, end === -1 ? undefined : end).trim())
    start = end
  }
  const [name = '', group = ''] = (nameEnd === -1 ? head : head.slice(0, nameEnd)).trim().split('.').reverse()
  if (!/^[\w-]+$/.test(name)) return null
  return {
    name: name.toUpperCase(),
    group,
    params: params.filter((param) => param !== ''),
    value: line.slice(valueStart + 1)
  }
}

function indexOutsideQuotes(text: string, sign: string, start: number): number {
  let isQuoted = false
  for (let index = start; index < text.length; index++) {
    const character = text[index]
    if (character === '"') isQuoted = !isQuoted
    else if (character === sign && !isQuoted) return index
  }
  return -1
}
