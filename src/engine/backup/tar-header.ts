/** A block of a tar file: headers, and what contents are padded to. */
export const BLOCK_BYTES = 512

/** Twice nothing ends a tar file. */
export const END_OF_TAR = Buffer.alloc(2 * BLOCK_BYTES)

export interface TarEntry {
  readonly name: string
  readonly size: number
}

const NAME_BYTES = 100
const PREFIX_BYTES = 155
const CHECKSUM_AT = 148
const CHECKSUM_BYTES = 8
const PREFIX_AT = 345

/**
 * The header of a plain file (POSIX ustar), so that any tar opens what Loa writes.
 * Throws for a name that does not fit: ours all do.
 */
export function tarHeader({ name, size }: TarEntry, modifiedMs: number): Buffer {
  const header = Buffer.alloc(BLOCK_BYTES)
  const cut = name.length <= NAME_BYTES ? -1 : name.lastIndexOf('/')
  const [prefix, rest] = cut === -1 ? ['', name] : [name.slice(0, cut), name.slice(cut + 1)]
  if (rest.length > NAME_BYTES || prefix.length > PREFIX_BYTES) throw new Error(`Too long for tar: ${name}`)
  header.write(rest, 0, 'latin1')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  header.write(octal(size, 11), 124, 'latin1')
  header.write(octal(Math.floor(modifiedMs / 1000), 11), 136, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write(prefix, PREFIX_AT, 'latin1')
  header.write(`${octal(checksum(header), 6)} `, CHECKSUM_AT, 'latin1')
  return header
}

/** How much padding follows a content of that size. */
export const paddingAfter = (size: number): number => (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES

/** What a header says; `end` for an empty block; null when it is no header of a plain file. */
export function readTarHeader(header: Buffer): TarEntry | 'end' | null {
  if (header.every((byte) => byte === 0)) return 'end'
  if (text(header, 257, 5) !== 'ustar') return null
  if (number(header, CHECKSUM_AT, CHECKSUM_BYTES) !== checksum(header)) return null
  // A link or a device has no business in a backup, whatever it is called.
  const kind = text(header, 156, 1)
  if (kind !== '0' && kind !== '') return null
  const size = number(header, 124, 12)
  if (size === null) return null
  const prefix = text(header, PREFIX_AT, PREFIX_BYTES)
  const name = text(header, 0, NAME_BYTES)
  return { name: prefix === '' ? name : `${prefix}/${name}`, size }
}

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

/** The sum of all bytes, those of the checksum itself counted as blanks. */
function checksum(header: Buffer): number {
  let sum = CHECKSUM_BYTES * 0x20
  for (const [at, byte] of header.entries()) {
    if (at < CHECKSUM_AT || at >= CHECKSUM_AT + CHECKSUM_BYTES) sum += byte
  }
  return sum
}

function text(header: Buffer, at: number, length: number): string {
  const field = header.subarray(at, at + length)
  const end = field.indexOf(0)
  return field.toString('latin1', 0, end === -1 ? length : end)
}

function number(header: Buffer, at: number, length: number): number | null {
  const digits = text(header, at, length).trim()
  return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : null
}
