import type { PeopleOfRun } from '../ports'
import type { DeliveryRecord } from './ledger-record'
import { completeLines, linesIn } from './ledger-reader'
import { parseRecord } from './read-record'
import { Replay } from './replay'

const BYTES_A_PIECE = 256 * 1024
const READY = Buffer.from('"type":"ready"')

/**
 * A run as far as it concerns some contacts. Of a ledger of 100,000 people only the lines that name them are parsed,
 * so that everything that was ever sent to somebody is found while one waits. Null when there is no complete head.
 */
export async function readPeopleOfRun(
  file: string,
  contactIds: readonly string[]
): Promise<PeopleOfRun | null> {
  const wanted = contactIds.map((id) => Buffer.from(id))
  const concerns = (text: Buffer) => text.includes(READY) || wanted.some((id) => text.includes(id))
  const replay = new Replay()
  const records: DeliveryRecord[] = []
  const seen = { head: false, people: 0 }
  const take = (line: Buffer) => {
    if (seen.head && !concerns(line)) return
    seen.head = true
    const record = parseRecord(line.toString('utf8'))
    if (record === null) return
    if (record.type === 'contact') {
      if (!contactIds.includes(record.contact_id)) return
      seen.people += 1
    } else if ('contact_id' in record && contactIds.includes(record.contact_id)) records.push(record)
    // The head is complete for these people when it was complete for all.
    replay.add(record.type === 'ready' ? { ...record, contacts: seen.people } : record)
  }
  try {
    for await (const lines of completeLines(file, BYTES_A_PIECE)) {
      if (seen.head && !concerns(lines)) continue
      for (const line of linesIn(lines)) take(line)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const state = replay.run({ damaged: false })
  return state && { state, records }
}
