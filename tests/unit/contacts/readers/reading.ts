import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import {
  readRecords,
  type ReadRecordsOptions
} from '../../../../src/engine/contacts/import/readers/open-source'
import type { RecordParser } from '../../../../src/engine/contacts/import/readers/record-parser'
import type { SourceEvent, SourceFailure } from '../../../../src/engine/contacts/import/readers/source'
import type { Result } from '../../../../src/shared/result'

export interface Reading {
  readonly events: readonly SourceEvent[]
  readonly failure?: SourceFailure
}

/** Feeds a parser with pieces of the given sizes, again and again, then ends it. */
export function parseInPieces(parser: RecordParser, text: string, sizes: readonly number[] = []): Reading {
  const events: SourceEvent[] = []
  const cuts = sizes.filter((size) => size > 0)
  let start = 0
  for (let turn = 0; start < text.length; turn++) {
    const size = cuts[turn % Math.max(1, cuts.length)] ?? text.length
    const piece = parser.push(text.slice(start, start + size))
    events.push(...piece.events)
    if (piece.failure !== undefined) return { events, failure: piece.failure }
    start += size
  }
  const last = parser.end()
  events.push(...last.events)
  return last.failure === undefined ? { events } : { events, failure: last.failure }
}

/** Records as plain rows, which are easy to compare. */
export const rowsOf = ({ events }: Reading): unknown[] =>
  events.flatMap((event) =>
    event.type === 'record' ? [{ row: event.record.row, ...Object.fromEntries(event.record.fields) }] : []
  )

export const problemsOf = (reading: Reading, type: 'unreadable' | 'doubt' = 'unreadable'): unknown[] =>
  reading.events.flatMap((event) => (event.type !== 'record' && event.type === type ? [event.problem] : []))

/** A folder for the tests of a file, with a way to put files into it. */
export function useFolder(): {
  path: (name: string) => string
  write: (name: string, content: string | Uint8Array) => Promise<string>
} {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loa-readers-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    write: async (name, content) => {
      await writeFile(path(name), content)
      return path(name)
    }
  }
}

export async function readAll(
  path: string,
  choice: Parameters<typeof readRecords>[1],
  options: ReadRecordsOptions = {}
): Promise<{ batches: (readonly SourceEvent[])[]; end: Result<{ records: number }, SourceFailure> }> {
  const batches: (readonly SourceEvent[])[] = []
  const reading = readRecords(path, choice, options)
  for (;;) {
    const next = await reading.next()
    if (next.done === true) return { batches, end: next.value }
    batches.push(next.value)
  }
}
