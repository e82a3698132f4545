import type { DeliveryRecord, LedgerRecord } from '../../../src/engine/ledger/ledger-record'
import type { ChannelId } from '../../../src/shared/domain/channel'
import type { DeliveryState, Outcome } from '../../../src/shared/domain/delivery'

interface NaiveEntry {
  readonly state: DeliveryState
  readonly at?: string
  readonly outcome?: Outcome
  readonly attempts?: number
  readonly claimedBy?: string
}

/** The deliveries of a run by their names in one map: counted by going through all of them, whenever somebody asks. */
export class NaiveRun {
  readonly #entries = new Map<string, NaiveEntry>()

  constructor(deliveries: readonly { readonly contact_id: string; readonly channel: ChannelId }[]) {
    for (const delivery of deliveries) this.#entries.set(nameOf(delivery), { state: 'queued' })
  }

  entry(contact_id: string, channel: ChannelId): NaiveEntry {
    return this.#entries.get(nameOf({ contact_id, channel })) ?? { state: 'queued' }
  }

  count(channel: ChannelId, state: DeliveryState): number {
    const isIt = ([name, entry]: [string, NaiveEntry]) =>
      name.endsWith(` ${channel}`) && entry.state === state
    return [...this.#entries].filter(isIt).length
  }

  apply(record: LedgerRecord): void {
    if (!('channel' in record) || !('contact_id' in record)) return
    const entry = this.#entries.get(nameOf(record))
    if (entry !== undefined) this.#entries.set(nameOf(record), after(entry, record))
  }
}

const nameOf = ({ contact_id, channel }: { contact_id: string; channel: ChannelId }): string =>
  `${contact_id} ${channel}`

function after(entry: NaiveEntry, record: DeliveryRecord): NaiveEntry {
  const { outcome, ...kept } = entry
  const { at } = record
  switch (record.type) {
    case 'sending':
      return { ...kept, state: 'sending', at }
    case 'requeued': {
      const attempts = (entry.attempts ?? 0) + (record.reason === 'busy' ? 1 : 0)
      return { ...kept, state: 'queued', at, attempts }
    }
    case 'outcome': {
      const { type: _type, contact_id: _contact, channel: _channel, at: _at, ...said } = record
      return { ...kept, state: record.state, at, outcome: said }
    }
    case 'arrived': {
      if (entry.state !== 'unknown') return entry
      return { ...entry, state: 'sent', outcome: { ...outcome, state: 'sent', reason: CONFIRMED } }
    }
    case 'again':
      return entry.state === 'unknown' ? { ...kept, state: 'queued', at, attempts: 0 } : entry
    case 'claimed':
      return { ...entry, claimedBy: record.by }
  }
}

const CONFIRMED = { code: 'confirmed_by_operator' } as const
