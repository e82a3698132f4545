const FIRST_OCTETS = 75

/** After the blank that a continuation begins with. */
const OTHER_OCTETS = FIRST_OCTETS - 1

const ENDS_A_CARD = /^\s*(?:BEGIN|END):VCARD\s*$/i

/** A content line with its line end, folded at 75 octets between characters (RFC 2426, 2.6). */
export function vcardLine(name: string, value: string): string {
  const [first = '', ...others] = cutByOctets(`${name}:${value}`)
  // A pasted card in a note must not end the card that the note is in.
  const safe = others.flatMap((part) => (ENDS_A_CARD.test(part) ? [...cutInTheWord(part)] : [part]))
  return `${[first, ...safe].join('\r\n ')}\r\n`
}

function cutByOctets(text: string): readonly string[] {
  if (Buffer.byteLength(text) <= FIRST_OCTETS) return [text]
  const parts: string[] = []
  let part = ''
  let free = FIRST_OCTETS
  for (const character of text) {
    const octets = Buffer.byteLength(character)
    if (octets > free) {
      parts.push(part)
      part = ''
      free = OTHER_OCTETS
    }
    part += character
    free -= octets
  }
  return [...parts, part]
}

function cutInTheWord(part: string): readonly [string, string] {
  const colon = part.indexOf(':')
  return [part.slice(0, colon), part.slice(colon)]
}
