import { type ChannelId, perChannel } from '../../shared/domain/channel'
import {
  DELIVERY_STATES,
  type DeliveryCounts,
  type DeliveryState,
  noDeliveries,
  type Outcome
} from '../../shared/domain/delivery'
import type { PausedChannel, RunPause, RunStop, RunSummary, UnapprovedCalls } from '../../shared/domain/run'
import { counted, type ErrorTally, noErrors } from '../runner/error-threshold'
import { type DeliveryEntry, DeliveryTable, QUEUED } from './delivery-table'
import type { DeliveryRecord, FrozenContact, LedgerHead, LedgerRecord } from './ledger-record'

/** What a Retry-After asked for. */
export interface Rest {
  readonly at: string
  readonly until: string
}

/**
 * A run as its ledger tells it. Changed only through `apply`, by the very records that are written to the ledger,
 * so a replay and a live run cannot come to different answers.
 */
export class RunState {
  readonly head: LedgerHead
  readonly contacts: readonly FrozenContact[]
  readonly #deliveries: DeliveryTable
  readonly #tallies: Record<ChannelId, ErrorTally> = perChannel(() => noErrors)
  readonly #pausedChannels = new Map<ChannelId, PausedChannel>()
  readonly #rests = new Map<ChannelId, Rest>()
  #finishedAt: string | null = null
  #pause: RunPause | null = null
  #stop: RunStop | null = null
  #isStopOver = false
  #lastAt: string
  #revision = 0

  /** `positions`: where each contact id stands in `contacts`, when that is known already. */
  constructor(
    head: LedgerHead,
    contacts: readonly FrozenContact[],
    positions: ReadonlyMap<string, number> | null = null
  ) {
    this.head = head
    this.contacts = contacts
    this.#lastAt = head.started_at
    this.#deliveries = new DeliveryTable(head.flow, contacts, positions)
    if (head.unapproved_calls !== undefined) {
      const nothingWrong = { errors: 0, attempts: 0, in_a_row: 0 }
      const { started_at: at, unapproved_calls: calls } = head
      this.#pausedChannels.set('ai_call', { channel: 'ai_call', at, ...nothingWrong, calls })
    }
  }

  /** Counts up with every delivery that changes: what was found before may not hold any more. */
  get revision(): number {
    return this.#revision
  }

  /** The channels on which a contact is part of this run, in the order of the flow. */
  channelsOf({ addresses }: FrozenContact): ChannelId[] {
    return this.head.flow.filter((channel) => addresses[channel] !== undefined)
  }

  /** Where a contact stands in `contacts`; undefined when it is not in the run. */
  positionOf(contactId: string): number | undefined {
    return this.#deliveries.positionOf(contactId)
  }

  /** A delivery that no record names yet is `queued`. */
  entry(contactId: string, channel: ChannelId): DeliveryEntry {
    const position = this.positionOf(contactId)
    return position === undefined ? QUEUED : this.entryAt(position, channel)
  }

  /** The delivery of the contact that stands at this position. */
  entryAt(position: number, channel: ChannelId): DeliveryEntry {
    return this.#deliveries.entryAt(position, channel)
  }

  /** Its state alone, which is many times cheaper; null where the contact takes no part on the channel. */
  stateAt(position: number, channel: ChannelId): DeliveryState | null {
    return this.#deliveries.stateAt(position, channel)
  }

  count(channel: ChannelId, state: DeliveryState): number {
    return this.#deliveries.countsOn(channel)[state]
  }

  countsOn(channel: ChannelId): DeliveryCounts {
    return { ...this.#deliveries.countsOn(channel) }
  }

  get finishedAt(): string | null {
    return this.#finishedAt
  }

  get pause(): RunPause | null {
    return this.#pause
  }

  /** The stop that ends what is queued; null when there was none, or when it is over. */
  get stop(): RunStop | null {
    return this.#isStopOver ? null : this.#stop
  }

  /** When the last record was written. */
  get lastAt(): string {
    return this.#lastAt
  }

  /** Until when the gateway asked the channel to rest, and when it asked; undefined when it sent after that. */
  rest(channel: ChannelId): Rest | undefined {
    return this.#rests.get(channel)
  }

  isChannelPaused(channel: ChannelId): boolean {
    return this.#pausedChannels.has(channel)
  }

  /** The AI calls that wait for the operator's yes, or null. */
  get callsHeld(): UnapprovedCalls | null {
    return this.#pausedChannels.get('ai_call')?.calls ?? null
  }

  /** The errors of a channel since it last went on. */
  tally(channel: ChannelId): ErrorTally {
    return this.#tallies[channel]
  }

  /** Nothing is queued and nothing is in flight. */
  get allFinal(): boolean {
    return this.head.flow.every(
      (channel) => this.count(channel, 'queued') === 0 && this.count(channel, 'sending') === 0
    )
  }

  /** A record about somebody who takes no part in the run, which only damage can bring in, changes nothing. */
  apply(record: LedgerRecord): void {
    if ('at' in record) this.#lastAt = record.at
    if ('contact_id' in record && record.type !== 'contact') {
      const position = this.positionOf(record.contact_id)
      const takesPart = position !== undefined && this.stateAt(position, record.channel) !== null
      if (takesPart) this.#applyTo(position, record)
    } else this.#applyToRun(record)
  }

  #applyTo(position: number, record: DeliveryRecord): void {
    const { channel } = record
    switch (record.type) {
      case 'sending':
        this.#rests.delete(channel)
        return this.#move(position, record, 'sending')
      case 'requeued': {
        const { attempts = 0 } = this.entryAt(position, channel)
        if (record.until !== undefined) this.#rests.set(channel, { at: record.at, until: record.until })
        return this.#move(position, record, 'queued', {
          attempts: record.reason === 'busy' ? attempts + 1 : attempts
        })
      }
      case 'outcome': {
        const { state } = record
        if (state !== 'skipped') this.#tallies[channel] = counted(this.#tallies[channel], state)
        return this.#move(position, record, state, { outcome: outcomeOf(record) })
      }
      case 'arrived':
        return this.#settle(position, record, {
          state: 'sent',
          reason: { code: 'confirmed_by_operator' }
        })
      case 'again':
        if (this.entryAt(position, channel).state !== 'unknown') return
        this.#finishedAt = null
        // A stop was about the deliveries of then; all of those are final.
        this.#isStopOver = true
        return this.#move(position, record, 'queued', { attempts: 0 })
      case 'claimed':
        return this.#put(position, channel, { ...this.entryAt(position, channel), claimedBy: record.by })
    }
  }

  #applyToRun(record: Exclude<LedgerRecord, DeliveryRecord>): void {
    switch (record.type) {
      case 'head':
      case 'contact':
      case 'ready':
        return
      case 'paused':
        this.#pause = { reason: record.reason, at: record.at, note: record.note }
        return
      case 'resumed':
        this.#pause = null
        return
      case 'stopped':
        this.#stop = { reason: record.reason, at: record.at, note: record.note }
        this.#isStopOver = false
        this.#pause = null
        return
      case 'channel_paused': {
        const { type: _type, ...paused } = record
        this.#pausedChannels.set(record.channel, paused)
        return
      }
      case 'channel_resumed':
        this.#resume(record.channel)
        return
      case 'finished':
        // What is sent again afterwards must not wait for what held the run back before its end.
        this.#finishedAt = record.at
        this.#pause = null
        for (const channel of this.head.flow) this.#resume(channel)
        return
    }
  }

  summary(): RunSummary {
    const { head } = this
    const isOpen = this.#finishedAt === null
    return {
      id: head.run_id,
      campaign_id: head.campaign_id,
      campaign_name: head.campaign_name,
      trigger: head.trigger,
      status: isOpen ? (this.#pause === null ? 'running' : 'paused') : 'finished',
      slot: head.slot,
      gateway: head.gateway.id,
      started_at: head.started_at,
      finished_at: this.#finishedAt,
      ...(head.retry_of !== undefined && { retry_of: head.retry_of }),
      ...(this.#pause !== null && isOpen && { pause: this.#pause }),
      ...(this.#stop !== null && { stop: this.#stop }),
      paused_channels: isOpen ? [...this.#pausedChannels.values()] : [],
      total_contacts: this.contacts.length,
      counts: this.#totals(),
      sent_by_channel: perChannel((channel) => this.count(channel, 'sent'))
    }
  }

  #totals(): Record<DeliveryState, number> {
    const totals = { ...noDeliveries }
    for (const channel of this.head.flow) {
      for (const state of DELIVERY_STATES) totals[state] += this.count(channel, state)
    }
    return totals
  }

  #resume(channel: ChannelId): void {
    this.#pausedChannels.delete(channel)
    this.#tallies[channel] = noErrors
  }

  /** The operator's word on an `unknown` delivery; what the gateway said stays beside it. */
  #settle(position: number, record: DeliveryRecord, outcome: Outcome): void {
    const present = this.entryAt(position, record.channel)
    if (present.state !== 'unknown') return
    // Still the time of the request, not that of the decision: limits and histories ask when it went out.
    const at = present.at ?? record.at
    this.#move(position, { ...record, at }, outcome.state, { outcome: { ...present.outcome, ...outcome } })
  }

  /** No spread and no rest here: a long ledger comes this way twice for each delivery. */
  #move(
    position: number,
    { channel, at }: Pick<DeliveryRecord, 'channel' | 'at'>,
    state: DeliveryState,
    { outcome, attempts }: Pick<DeliveryEntry, 'outcome' | 'attempts'> = NOTHING_MORE
  ): void {
    const from = this.entryAt(position, channel)
    const entry: Mutable<DeliveryEntry> = { state, at }
    if (outcome !== undefined) entry.outcome = outcome
    const tries = attempts ?? from.attempts
    if (tries !== undefined) entry.attempts = tries
    if (from.claimedBy !== undefined) entry.claimedBy = from.claimedBy
    this.#put(position, channel, entry)
  }

  #put(position: number, channel: ChannelId, entry: DeliveryEntry): void {
    this.#deliveries.put(position, channel, entry)
    this.#revision += 1
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const NOTHING_MORE = {}

/** What a record says of its request, without whose it was and when. */
function outcomeOf({
  state,
  reason,
  status_code,
  duration_ms,
  answer
}: Extract<LedgerRecord, { type: 'outcome' }>): Outcome {
  const outcome: Mutable<Outcome> = { state }
  if (reason !== undefined) outcome.reason = reason
  if (status_code !== undefined) outcome.status_code = status_code
  if (duration_ms !== undefined) outcome.duration_ms = duration_ms
  if (answer !== undefined) outcome.answer = answer
  return outcome
}

/** The run that a delivery belongs to. */
export const runOfDelivery = (deliveryId: string): string =>
  deliveryId.slice(0, deliveryId.lastIndexOf('.', deliveryId.lastIndexOf('.') - 1))

/** The id of a delivery, and the `Idempotency-Key` of its request. */
export const deliveryIdOf = (runId: string, contactId: string, channel: ChannelId): string =>
  `${runId}.${contactId}.${channel}`
