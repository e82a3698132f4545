import { readFile } from 'node:fs/promises'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'

/** What a display wants to hear before it answers. */
export interface XCookie {
  readonly name: string
  readonly data: Buffer
}

const COOKIE = 'MIT-MAGIC-COOKIE-1'
const LOCAL = 256
const ANY = 65_535

/** The cookie of a display of this computer; null when the display needs none or the file cannot be read. */
export async function xCookie(
  display: string,
  { XAUTHORITY: file }: Readonly<Record<string, string | undefined>>
): Promise<XCookie | null> {
  const bytes = await readFile(file ?? join(homedir(), '.Xauthority')).catch(() => Buffer.alloc(0))
  let found: XCookie | null = null
  for (let offset = 0; offset + 2 <= bytes.length;) {
    const family = bytes.readUInt16BE(offset)
    offset += 2
    const parts: Buffer[] = []
    for (let part = 0; part < 4; part++) {
      if (offset + 2 > bytes.length) return found
      const length = bytes.readUInt16BE(offset)
      parts.push(bytes.subarray(offset + 2, offset + 2 + length))
      offset += 2 + length
    }
    const [address, number, name, data] = parts.map((part) => part.toString('latin1'))
    if (name !== COOKIE || (number !== '' && number !== display)) continue
    const isOurs = family === LOCAL && address === hostname()
    if (isOurs || family === ANY || found === null) found = { name, data: Buffer.from(data ?? '', 'latin1') }
    if (isOurs) return found
  }
  return found
}
