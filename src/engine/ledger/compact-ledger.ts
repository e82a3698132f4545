import type { LedgerRecord } from './ledger-record'

/**
 * The records of a finished run without those that a later one has overtaken: an intent whose outcome is there, a wait
 * that is over. Who got what, when and why stays, and so does every decision of the operator.
 */
export function compacted(records: readonly LedgerRecord[]): LedgerRecord[] {
  const settled = new Set<string>()
  const kept: LedgerRecord[] = []
  for (let index = records.length - 1; index >= 0; index -= 1) {
    const record = records[index]
    if (record === undefined) continue
    if (record.type === 'outcome') settled.add(keyOf(record))
    const isOvertaken =
      (record.type === 'sending' || record.type === 'requeued') && settled.has(keyOf(record))
    if (!isOvertaken) kept.push(record)
  }
  return kept.reverse()
}

const keyOf = ({ contact_id, channel }: { readonly contact_id: string; readonly channel: string }): string =>
  `${contact_id}.${channel}`
