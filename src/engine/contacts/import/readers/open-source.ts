import { fail, ok, type Result } from '../../../../shared/result'
import { vcardFields } from '../own-card'
import { isBinary } from './binary-content'
import { type Delimiter, guessDelimiter } from './csv-delimiter'
import { guessHasHeader } from './csv-header'
import { CsvParser } from './csv-records'
import { JsonParser } from './json-records'
import { type ReadTextOptions, readText } from './open-text'
import type { RecordParser } from './record-parser'
import { openRegularFile, readInto } from './regular-file'
import type { SourceEvent, SourceFailure } from './source'
import { createDecoder } from './stream-decoder'
import { type EncodingId, guessEncoding } from './text-encoding'
import { VcardParser } from './vcard-records'

export type SourceKind = 'csv' | 'json' | 'vcard'

/** How a file is to be read. Delimiter and header matter to CSV only. */
export interface SourceChoice {
  readonly kind: SourceKind
  readonly encoding: EncodingId
  readonly delimiter: Delimiter
  readonly hasHeader: boolean
}

/** What a file looks like: a choice to begin with, and the text that it was guessed from. */
export interface InspectedFile extends SourceChoice {
  readonly sizeBytes: number
  /** The beginning of its text, for showing it. */
  readonly head: string
}

export interface ReadRecordsOptions extends ReadTextOptions {
  /** Ends well after so many records, unreadable ones counted: for a preview of the head. */
  readonly maxRecords?: number
}

export type RecordsReading = AsyncGenerator<
  readonly SourceEvent[],
  Result<{ readonly records: number }, SourceFailure>
>

/** Enough to meet a name with an accent in most lists of plain ones. */
const INSPECTED_BYTES = 1024 * 1024

const HEAD_CHARACTERS = 64 * 1024

const BATCH_EVENTS = 500

/** Guesses how a file is to be read by what is in it; its name says nothing. Reads its head only. */
export async function inspectFile(path: string): Promise<Result<InspectedFile, SourceFailure>> {
  const opened = await openRegularFile(path)
  if (!opened.ok) return opened
  try {
    const sizeBytes = Number(opened.value.state.sizeBytes)
    const buffer = Buffer.alloc(Math.min(INSPECTED_BYTES, sizeBytes))
    const filled = await readInto(opened.value.handle, buffer)
    if (!filled.ok) return filled
    return inspectBytes(buffer.subarray(0, filled.value), sizeBytes)
  } finally {
    await opened.value.handle.close()
  }
}

function inspectBytes(bytes: Uint8Array, sizeBytes: number): Result<InspectedFile, SourceFailure> {
  if (isBinary(bytes)) return fail({ code: 'file_binary' })
  const isWhole = bytes.length === sizeBytes
  const encoding = guessEncoding(bytes, isWhole)
  const decoder = createDecoder(encoding)
  const text = decoder.write(bytes) + (isWhole ? decoder.end() : '')
  if (isWhole && text.trim() === '') return fail({ code: 'file_empty' })
  const kind = guessKind(text)
  const head = text.slice(0, HEAD_CHARACTERS)
  const delimiter = kind === 'csv' ? guessDelimiter(head) : ','
  const hasHeader = kind === 'csv' && guessHasHeader(head, delimiter)
  return ok({ kind, encoding, delimiter, hasHeader, sizeBytes, head })
}

function guessKind(text: string): SourceKind {
  const start = text.trimStart()
  if (/^BEGIN:VCARD/i.test(start)) return 'vcard'
  return start.startsWith('[') || start.startsWith('{') ? 'json' : 'csv'
}

/**
 * The records of a file in batches, in its order. It returns why it ended. After a failure nothing of it may be used:
 * what came before it may be wrong as well.
 */
export async function* readRecords(
  path: string,
  choice: SourceChoice,
  { maxRecords = Number.POSITIVE_INFINITY, ...options }: ReadRecordsOptions = {}
): RecordsReading {
  const parser = parserOf(choice)
  const text = readText(path, choice.encoding, options)
  let records = 0
  let seen = 0
  let batch: SourceEvent[] = []
  try {
    for (;;) {
      const piece = await text.next()
      if (piece.done === true && !piece.value.ok) return piece.value
      const parsed = piece.done === true ? parser.end() : parser.push(piece.value)
      for (const event of parsed.events) {
        if (seen >= maxRecords) break
        batch.push(choice.kind === 'vcard' ? inOwnWords(event) : event)
        if (event.type !== 'doubt') seen++
        if (event.type === 'record') records++
        if (batch.length < BATCH_EVENTS) continue
        yield batch
        batch = []
      }
      const isEnough = seen >= maxRecords
      if (parsed.failure !== undefined && !isEnough) return fail(parsed.failure)
      if (piece.done !== true && !isEnough) continue
      if (batch.length > 0) yield batch
      return seen === 0 && !isEnough ? fail({ code: 'no_records' }) : ok({ records })
    }
  } finally {
    await text.return(fail({ code: 'cancelled' }))
  }
}

/** The events of a file's first records, unreadable ones counted. */
export async function readHead(
  path: string,
  choice: SourceChoice,
  maxRecords: number
): Promise<Result<readonly SourceEvent[], SourceFailure>> {
  const events: SourceEvent[] = []
  const records = readRecords(path, choice, { maxRecords })
  for (;;) {
    const batch = await records.next()
    if (batch.done === true) return batch.value.ok ? ok(events) : batch.value
    events.push(...batch.value)
  }
}

/** What Loa's own cards say beyond other cards, in the words of the other readers. */
const inOwnWords = (event: SourceEvent): SourceEvent =>
  event.type === 'record'
    ? { type: 'record', record: { ...event.record, fields: vcardFields(event.record.fields) } }
    : event

function parserOf({ kind, delimiter, hasHeader }: SourceChoice): RecordParser {
  switch (kind) {
    case 'csv':
      return new CsvParser({ delimiter, hasHeader })
    case 'json':
      return new JsonParser()
    case 'vcard':
      return new VcardParser()
  }
}
