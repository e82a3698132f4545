import { inPieces } from '../pieces'
import type { FileFormat } from './file-format'

const BYTES_A_PIECE = 64 * 1024
/** What cannot be a name in a data file: it stands for the list while the rest of the file is parsed. */
const ELSEWHERE = '\u0000list'

/**
 * Parses a file that begins with a long list, as `stringifyInPieces` writes it, without holding up the event loop: 100,000
 * contacts in one `JSON.parse` are a freeze of half a second. The answer is that of `parseFile`. Null when the file has to be
 * parsed as a whole: it is written in another way or by another version, or it is damaged.
 *
 * A piece ends before an item that begins like the first one. Such bytes cannot stand within a string (its quote would end
 * it), and where they stand within an item the piece is no list and the whole is parsed instead.
 */
export async function parseInPieces<T>(
  bytes: Buffer,
  { schemaVersion, schema, longList }: FileFormat<T>
): Promise<{ value: T; migrated: false } | null> {
  if (longList === undefined) return null
  const head = `{${JSON.stringify(longList.name)}:[`
  const from = head.length
  if (bytes.toString('latin1', 0, from + 1) !== `${head}{`) return null
  const to = bytes.lastIndexOf(`],${JSON.stringify(longList.before)}:`)
  if (to <= from) return null
  try {
    const rest = JSON.parse(`{${JSON.stringify(ELSEWHERE)}:[${bytes.toString('utf8', to)}`) as Record<
      string,
      unknown
    >
    if (rest['schema_version'] !== schemaVersion || longList.name in rest) return null
    const items = await readItems(bytes.subarray(from, to), longList.reader())
    if (items === null) return null
    const parsed = schema.safeParse({ ...rest, [longList.name]: [] })
    return parsed.success ? { value: { ...parsed.data, [longList.name]: items }, migrated: false } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The items of a list without its brackets; null when one of them is refused. Throws a SyntaxError. */
async function readItems(
  bytes: Buffer,
  read: (item: unknown) => unknown
): Promise<readonly unknown[] | null> {
  const first = bytes.indexOf(':')
  const border = Buffer.concat([Buffer.from('},'), bytes.subarray(0, first + 1)])
  const pieces = inPieces()
  const items: unknown[] = []
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(border, from + BYTES_A_PIECE)
    const to = found === -1 ? bytes.length : found + 1
    for (const item of JSON.parse(`[${bytes.toString('utf8', from, to)}]`) as readonly unknown[]) {
      const value = read(item)
      if (value === null) return null
      items.push(value)
    }
    from = to + 1
    if (pieces.isDue()) await pieces.rest()
  }
  return items
}
