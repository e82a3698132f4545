import { type ChannelId, perChannel } from '../../shared/domain/channel'
import { type DeliveryState, noDeliveries, type Outcome } from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'
import type { FrozenContact, LedgerHead, LedgerRecord } from './ledger-record'

/** The state of one delivery; `at` is when it got there. */
export interface DeliveryEntry {
  readonly state: DeliveryState
  readonly at?: string
  readonly outcome?: Outcome
}

/**
 * A run as its ledger tells it. Changed only through `apply`, by the very records that are written to the ledger,
 * so a replay and a live run cannot come to different answers.
 */
export class RunState {
  readonly head: LedgerHead
  readonly contacts: readonly FrozenContact[]
  readonly #entries = new Map<string, DeliveryEntry>()
  readonly #counts: Record<DeliveryState, number>
  readonly #sentByChannel = perChannel(() => 0)
  #finishedAt: string | null = null

  constructor(head: LedgerHead, contacts: readonly FrozenContact[]) {
    this.head = head
    this.contacts = contacts
    this.#counts = { ...noDeliveries, queued: contacts.length * head.flow.length }
  }

  /** A delivery that no record names yet is `queued`. */
  entry(contactId: string, channel: ChannelId): DeliveryEntry {
    return this.#entries.get(keyOf(contactId, channel)) ?? { state: 'queued' }
  }

  get finishedAt(): string | null {
    return this.#finishedAt
  }

  /** Nothing is queued and nothing is in flight. */
  get allFinal(): boolean {
    return this.#counts.queued === 0 && this.#counts.sending === 0
  }

  apply(record: LedgerRecord): void {
    if (record.type === 'sending') {
      this.#move(record.contact_id, record.channel, { state: 'sending', at: record.at })
    } else if (record.type === 'outcome') {
      const { contact_id, channel, at, state, reason, status_code, duration_ms, answer } = record
      const outcome = { state, reason, status_code, duration_ms, answer }
      this.#move(contact_id, channel, { state, at, outcome })
    } else if (record.type === 'finished') {
      this.#finishedAt = record.at
    }
  }

  summary(): RunSummary {
    const { head } = this
    return {
      id: head.run_id,
      campaign_id: head.campaign_id,
      campaign_name: head.campaign_name,
      trigger: head.trigger,
      status: this.#finishedAt === null ? 'running' : 'finished',
      slot: head.slot,
      gateway: head.gateway.id,
      started_at: head.started_at,
      finished_at: this.#finishedAt,
      total_contacts: this.contacts.length,
      counts: { ...this.#counts },
      sent_by_channel: { ...this.#sentByChannel }
    }
  }

  #move(contactId: string, channel: ChannelId, to: DeliveryEntry): void {
    const from = this.entry(contactId, channel)
    this.#counts[from.state] -= 1
    this.#counts[to.state] += 1
    if (from.state === 'sent') this.#sentByChannel[channel] -= 1
    if (to.state === 'sent') this.#sentByChannel[channel] += 1
    this.#entries.set(keyOf(contactId, channel), to)
  }
}

const keyOf = (contactId: string, channel: ChannelId): string => `${contactId}.${channel}`

/** The id of a delivery, and the `Idempotency-Key` of its request. */
export const deliveryIdOf = (runId: string, contactId: string, channel: ChannelId): string =>
  `${runId}.${keyOf(contactId, channel)}`

/** Makes a run from its ledger's records, or null when the head is incomplete: then nothing was sent. */
export function replay(records: readonly LedgerRecord[]): RunState | null {
  const [head] = records
  if (head?.type !== 'head') return null
  const contacts = records.filter((record) => record.type === 'contact')
  const ready = records.find((record) => record.type === 'ready')
  if (ready?.contacts !== contacts.length) return null
  const state = new RunState(head, contacts)
  for (const record of records) state.apply(record)
  return state
}
