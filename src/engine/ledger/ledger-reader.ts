import { createReadStream } from 'node:fs'
import type { LedgerRecord } from './ledger-record'
import { parseRecord } from './read-record'

const NEWLINE = 0x0a
const BYTES_A_PIECE = 256 * 1024

/** How much of a ledger can be trusted. */
export interface LedgerExtent {
  /** The length of the trusted part; a torn last line lies behind it. */
  readonly goodBytes: number
  /** A line in the middle is unreadable: something else than a crash has changed the file. */
  readonly damaged: boolean
}

/**
 * Hands on the records of a ledger one by one: a million of them need not be in memory, and the rest of the engine
 * gets its turn in between. A last line without its end was never acknowledged to anyone, so it is left out; an
 * unreadable line with others behind it is damage, and the reader says so instead of guessing.
 * Returns null when there is no such file.
 */
export async function readRecords(
  file: string,
  onRecord: (record: LedgerRecord) => void
): Promise<LedgerExtent | null> {
  let goodBytes = 0
  let damaged = false
  try {
    for await (const lines of completeLines(file)) {
      // As one text: a text for every line would cost more than the records do. No byte of a letter is an end of a line.
      const text = lines.toString('utf8')
      for (let start = 0, end = 0; (end = text.indexOf('\n', start)) !== -1; start = end + 1) {
        const record = parseRecord(text.slice(start, end))
        if (record === null) damaged = true
        else onRecord(record)
      }
      goodBytes += lines.length
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    // A file that fails while it is read does not say which it is.
    throw Object.assign(error as Error, { path: file })
  }
  return { goodBytes, damaged }
}

/** The whole lines of a ledger, many in a piece; what follows the last end of a line is left out. */
export async function* completeLines(file: string, bytesAPiece = BYTES_A_PIECE): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: bytesAPiece })) {
    const text = Buffer.concat([rest, chunk as Buffer])
    const end = text.lastIndexOf(NEWLINE) + 1
    rest = text.subarray(end)
    if (end > 0) yield text.subarray(0, end)
  }
}

/** The lines as bytes, without their end: bytes that are no UTF-8 must not change the count of what is good. */
export function* linesIn(lines: Buffer): Generator<Buffer> {
  let start = 0
  for (let end = lines.indexOf(NEWLINE); end !== -1; end = lines.indexOf(NEWLINE, start)) {
    yield lines.subarray(start, end)
    start = end + 1
  }
}
