import { createReadStream } from 'node:fs'
import { parseRecord } from './ledger-reader'
import { Replay } from './replay'
import type { RunState } from './run-state'

const NEWLINE = 0x0a
const READY = Buffer.from('"type":"ready"')

/**
 * A run as far as it concerns some contacts. Of a ledger of 100,000 people only the lines that name them are parsed,
 * so that everything that was ever sent to somebody is found while one waits. Null when there is no complete head.
 */
export async function readPeopleOfRun(file: string, contactIds: readonly string[]): Promise<RunState | null> {
  const wanted = contactIds.map((id) => Buffer.from(id))
  const replay = new Replay()
  const seen = { head: false, people: 0 }
  const take = (line: Buffer) => {
    if (seen.head && !line.includes(READY) && !wanted.some((id) => line.includes(id))) return
    seen.head = true
    const record = parseRecord(line)
    if (record === null) return
    if (record.type === 'contact') {
      if (!contactIds.includes(record.contact_id)) return
      seen.people += 1
    }
    // The head is complete for these people when it was complete for all.
    replay.add(record.type === 'ready' ? { ...record, contacts: seen.people } : record)
  }
  try {
    let rest = Buffer.alloc(0)
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const text = Buffer.concat([rest, chunk as Buffer])
      const end = text.lastIndexOf(NEWLINE) + 1
      rest = text.subarray(end)
      const lines = text.subarray(0, end)
      if (seen.head && !lines.includes(READY) && !wanted.some((id) => lines.includes(id))) continue
      for (let from = 0; from < end;) {
        const to = lines.indexOf(NEWLINE, from)
        take(lines.subarray(from, to))
        from = to + 1
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return replay.run({ damaged: false })
}
