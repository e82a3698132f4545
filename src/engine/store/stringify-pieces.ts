import { inPieces } from '../pieces'

const ITEMS_A_PIECE = 200

/**
 * The JSON of an object, as bytes, without holding up the event loop: long lists are written piece by piece
 * (100,000 contacts in one `JSON.stringify` are a freeze of a fifth of a second). The object must not be changed
 * meanwhile; ours never are.
 */
export async function stringifyInPieces(value: object): Promise<Buffer> {
  const pieces = inPieces()
  const parts: Buffer[] = []
  let text = '{'
  for (const [key, content] of Object.entries(value)) {
    if (content === undefined) continue
    text += `${text === '{' && parts.length === 0 ? '' : ','}${JSON.stringify(key)}:`
    if (!Array.isArray(content)) {
      text += JSON.stringify(content)
      continue
    }
    text += '['
    for (let at = 0; at < content.length; at += ITEMS_A_PIECE) {
      const items = JSON.stringify(content.slice(at, at + ITEMS_A_PIECE))
      parts.push(Buffer.from(`${text}${at === 0 ? '' : ','}${items.slice(1, -1)}`))
      text = ''
      if (pieces.isDue()) await pieces.rest()
    }
    text += ']'
  }
  parts.push(Buffer.from(`${text}}`))
  return Buffer.concat(parts)
}
