import PQueue from 'p-queue'
import type { ChannelId } from '../../shared/domain/channel'
import type { Outcome, ReasonCode } from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'
import type { FrozenAddress, FrozenContact, LedgerRecord, OutcomeRecord } from '../ledger/ledger-record'
import { deliveryIdOf, type RunState } from '../ledger/run-state'
import type { Channel, Clock, FrozenGateway, Journal, Log } from '../ports'
import { isoOf } from '../system-clock'
import type { Gate } from './gate'

/** What a run asks of the rest of the engine. */
export interface RunContext {
  readonly clock: Clock
  readonly log: Log
  readonly channels: Readonly<Record<ChannelId, Channel>>
  /** The gateway to use now: the frozen one, but the practice gateway has another port at every start. */
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  /** Shut while everything is paused. */
  readonly gate: Gate
  /** Contacts that are served at the same time. */
  readonly parallelContacts: number
  /** Why a frozen contact may not be sent to any more, looked up at the moment of sending. */
  readonly obstacle: (contactId: string, channel: ChannelId) => ReasonCode | null
  /** Aborted when requests under way must end at once. */
  readonly abort: AbortSignal
  readonly onChange: (summary: RunSummary) => void
}

/** `finished`: every delivery is final. `stopped`: the rest waits in the ledger for the next start. */
export type RunEnd = 'finished' | 'stopped' | 'halted'

/**
 * Works through one run: contacts side by side, each contact through its channels in the order of the flow. A failure
 * stays with its delivery.
 */
export class RunExecution {
  readonly #state: RunState
  readonly #journal: Journal
  readonly #context: RunContext
  #stopping = false
  #halted: unknown = null

  constructor(state: RunState, journal: Journal, context: RunContext) {
    this.#state = state
    this.#journal = journal
    this.#context = context
  }

  get summary(): RunSummary {
    return this.#state.summary()
  }

  get state(): RunState {
    return this.#state
  }

  /** No delivery begins from now on; those under way end and are recorded. */
  stop(): void {
    this.#stopping = true
  }

  /** Resolves when the run has ended or was stopped, with its ledger closed. Never rejects. */
  async work(): Promise<RunEnd> {
    const queue = new PQueue({ concurrency: this.#context.parallelContacts })
    for (const contact of this.#state.contacts) {
      void queue.add(() => this.#serve(contact)).catch((error: unknown) => this.#halt(error))
    }
    await queue.onIdle()
    if (this.#halted === null && this.#state.allFinal) await this.#finish()
    await this.#journal.close().catch((error: unknown) => this.#halt(error))
    if (this.#halted !== null) return 'halted'
    return this.#state.finishedAt === null ? 'stopped' : 'finished'
  }

  async #serve(contact: FrozenContact): Promise<void> {
    for (const channel of this.#state.head.flow) {
      if (this.#state.entry(contact.contact_id, channel).state !== 'queued') continue
      await this.#context.gate.pass()
      if (this.#stopping || this.#halted !== null) return
      await this.#deliver(contact, channel)
    }
  }

  async #deliver(contact: FrozenContact, channelId: ChannelId): Promise<void> {
    const channel = this.#context.channels[channelId]
    const address: FrozenAddress = contact.addresses[channelId] ?? { to: '', skip: 'no_address' }
    const obstacle = this.#obstacle(contact.contact_id, channel, address)
    if (obstacle !== null) {
      this.#record(contact, channelId, address.to, { state: 'skipped', reason: { code: obstacle } })
      return
    }
    const of = { contact_id: contact.contact_id, channel: channelId }
    const intent: LedgerRecord = { type: 'sending', ...of, at: this.#now() }
    // The request leaves only when its intent is on the disk: whatever happens then, it is never sent again by itself.
    try {
      await this.#journal.commit(intent)
    } catch (error) {
      this.#halt(error)
      return
    }
    this.#apply(intent)
    this.#context.log({ type: 'sending', ...this.#event(contact, channelId, address.to) })
    const { head } = this.#state
    const outcome = await channel.send({
      delivery_id: deliveryIdOf(head.run_id, contact.contact_id, channelId),
      address: address.to,
      text: head.text,
      gateway: this.#context.gatewayNow(head.gateway),
      timeout_ms: head.timeouts_s[channelId] * 1000,
      signal: this.#context.abort
    })
    this.#record(contact, channelId, address.to, outcome)
  }

  #obstacle(contactId: string, channel: Channel, address: FrozenAddress): ReasonCode | null {
    if (address.skip !== undefined) return address.skip
    if (!channel.isSetUp(this.#state.head.gateway)) return 'channel_not_set_up'
    return this.#context.obstacle(contactId, channel.id)
  }

  #record(contact: FrozenContact, channel: ChannelId, address: string, outcome: Outcome): void {
    const record: OutcomeRecord = {
      type: 'outcome',
      contact_id: contact.contact_id,
      channel,
      at: this.#now(),
      ...outcome
    }
    this.#journal.append(record)
    this.#apply(record)
    this.#context.log({ type: 'delivered', ...this.#event(contact, channel, address), outcome })
  }

  async #finish(): Promise<void> {
    const record: LedgerRecord = { type: 'finished', at: this.#now() }
    try {
      await this.#journal.commit(record)
    } catch (error) {
      this.#halt(error)
      return
    }
    this.#apply(record)
    const { campaign_id, run_id } = this.#state.head
    this.#context.log({ type: 'run_finished', campaign_id, run_id, summary: this.summary })
  }

  #halt(error: unknown): void {
    if (this.#halted !== null) return
    this.#halted = error
    const { campaign_id, campaign_name, run_id } = this.#state.head
    const detail = error instanceof Error ? error.message : String(error)
    this.#context.log({ type: 'run_halted', campaign_id, campaign_name, run_id, detail })
  }

  #apply(record: LedgerRecord): void {
    this.#state.apply(record)
    this.#context.onChange(this.summary)
  }

  #event(contact: FrozenContact, channel: ChannelId, address: string) {
    const { campaign_id, run_id } = this.#state.head
    return {
      campaign_id,
      run_id,
      contact_id: contact.contact_id,
      contact_name: contact.name,
      channel,
      address
    }
  }

  #now(): string {
    return isoOf(this.#context.clock.nowMs())
  }
}
