import { createReadStream } from 'node:fs'
import { type LedgerRecord, ledgerRecordSchema } from './ledger-record'

const NEWLINE = 0x0a
const BYTES_A_PIECE = 64 * 1024

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
      for (const line of linesIn(lines)) {
        const record = parseRecord(line)
        if (record === null) damaged = true
        else onRecord(record)
        goodBytes += line.length + 1
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
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

/** The record that a line holds, or null when it holds none. */
export function parseRecord(line: Buffer): LedgerRecord | null {
  try {
    const parsed = ledgerRecordSchema.safeParse(JSON.parse(line.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
