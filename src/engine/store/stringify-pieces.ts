import { inPieces } from '../pieces'

const ITEMS_A_PIECE = 200

/** So much is handed on at a time: few writes, none of them felt. */
const BYTES_A_PART = 1024 * 1024

/** The JSON of an object, as bytes, without holding up the event loop. Many megabytes are better written by their parts. */
export async function stringifyInPieces(value: object): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of jsonParts(value)) parts.push(part)
  return Buffer.concat(parts)
}

/**
 * The same, part by part: nobody has to hold the whole, and to put it together is a freeze of its own. Long lists are made
 * piece by piece (100,000 contacts in one `JSON.stringify` are a freeze of a fifth of a second). The object must not be
 * changed meanwhile; ours never are.
 */
export async function* jsonParts(value: object): AsyncGenerator<Buffer> {
  const pieces = inPieces()
  let parts: Buffer[] = []
  let bytes = 0
  let text = '{'
  let isFirst = true
  for (const [key, content] of Object.entries(value)) {
    if (content === undefined) continue
    text += `${isFirst ? '' : ','}${JSON.stringify(key)}:`
    isFirst = false
    if (!Array.isArray(content)) {
      text += JSON.stringify(content)
      continue
    }
    text += '['
    for (let at = 0; at < content.length; at += ITEMS_A_PIECE) {
      const items = JSON.stringify(content.slice(at, at + ITEMS_A_PIECE))
      const part = Buffer.from(`${text}${at === 0 ? '' : ','}${items.slice(1, -1)}`)
      text = ''
      parts.push(part)
      bytes += part.length
      if (bytes >= BYTES_A_PART) {
        yield Buffer.concat(parts)
        parts = []
        bytes = 0
      }
      if (pieces.isDue()) await pieces.rest()
    }
    text += ']'
  }
  yield Buffer.concat([...parts, Buffer.from(`${text}}`)])
}
