import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryRef, Outcome, ReasonCode } from '../../shared/domain/delivery'
import type { PauseReason, RunSummary, StopReason } from '../../shared/domain/run'
import type { Job, LaneSource } from '../limits/lane'
import type { Permit } from '../limits/pace'
import type { FrozenContact, LedgerRecord } from '../ledger/ledger-record'
import { deliveryIdOf, type RunState } from '../ledger/run-state'
import type { Journal, Wait } from '../ports'
import { isoOf } from '../system-clock'
import { isOver } from './error-threshold'
import type { RunContext, Sendable } from './run-context'
import { RunQueue } from './run-queue'

/** `finished`: every delivery is final. `stopped`: the rest waits in the ledger for the next start of the app. */
export type RunEnd = 'finished' | 'stopped'

/** So many answers "too busy" end a delivery. */
const BUSY_ATTEMPTS = 3
/** How often a disk that refused the ledger is tried again. */
const MEND_INTERVAL_MS = 5_000
/** Skipping a hundred thousand contacts in one go would stop the world. */
const SKIPS_IN_ONE_GO = 500

/**
 * One open run: offers its deliveries to the channels, sees each through, and takes the operator's word. Everything
 * that happens is a record that is written to the ledger and applied to the state, in this order where it matters.
 */
export class RunExecution {
  readonly state: RunState
  readonly #journal: Journal
  readonly #context: RunContext
  readonly #queue: RunQueue
  readonly #sources: readonly (readonly [ChannelId, LaneSource])[]
  readonly #end: Promise<RunEnd>
  #settleEnd: (end: RunEnd) => void = () => undefined
  #inFlight = 0
  #started = false
  #stopping = false
  #ending = false
  #storageError: string | null = null
  #brokenSinceMs = 0
  #mending: NodeJS.Timeout | null = null

  constructor(state: RunState, journal: Journal, context: RunContext) {
    this.state = state
    this.#journal = journal
    this.#context = context
    this.#queue = new RunQueue(state)
    this.#sources = state.head.flow.map((channel) => [channel, this.#sourceOf(channel)] as const)
    this.#end = new Promise((resolve) => (this.#settleEnd = resolve))
  }

  /** How the run ended, with its ledger closed. Never rejects. */
  get ended(): Promise<RunEnd> {
    return this.#end
  }

  get summary(): RunSummary {
    const summary = this.state.summary()
    if (this.#storageError === null || summary.status !== 'running') return summary
    const at = isoOf(this.#brokenSinceMs)
    return { ...summary, status: 'paused', pause: { reason: 'storage', at, note: this.#storageError } }
  }

  /** Its ledger is being closed: nothing can be decided about it any more before it is opened again. */
  isEnding(): boolean {
    return this.#ending
  }

  /** It sends, or waits for a turn of its own accord. */
  get isWorking(): boolean {
    return this.#inFlight > 0 || (this.#mayWork() && !this.state.allFinal)
  }

  get queue(): RunQueue {
    return this.#queue
  }

  /** Joins the channels. What a crash left half decided is decided first. */
  start(): void {
    this.#started = true
    if (this.state.stop !== null) this.#skipRest()
    else this.#skipReached()
    for (const [channel, source] of this.#sources) this.#context.lanes[channel].add(source)
    this.#context.onChange(this.summary)
    this.#pump()
    this.#endIfDone()
  }

  /** No delivery begins any more until `resume`; those in flight end and are recorded. False when it is paused already. */
  async pause(reason: PauseReason, note: string): Promise<boolean> {
    if (this.state.pause !== null || this.state.finishedAt !== null) return false
    const { campaign_name, run_id } = this.state.head
    const isDurable = await this.#decide({ type: 'paused', at: this.#now(), reason, note }, true)
    this.#note(`Paused: ${PAUSE_WORDS[reason]}`, note)
    if (reason !== 'operator') this.#context.alert({ type: 'run_paused', run_id, campaign_name, reason })
    return isDurable
  }

  /** Goes on. False when the disk refused it. */
  async resume(note: string): Promise<boolean> {
    const isDurable = await this.#decide({ type: 'resumed', at: this.#now(), note }, false)
    if (!isDurable) return false
    this.#note('Continued', note)
    this.#pump()
    this.#endIfDone()
    return true
  }

  /** Ends the run for good: what is queued is skipped once nothing is in flight. False when the disk refused it. */
  async stopRun(reason: StopReason, note: string): Promise<boolean> {
    if (this.state.stop === null) {
      const isDurable = await this.#decide({ type: 'stopped', at: this.#now(), reason, note }, false)
      if (!isDurable) return false
      this.#note(reason === 'operator' ? 'Stopped' : 'Stopped: the next run takes its place', note)
    }
    this.#skipRest()
    this.#endIfDone()
    return true
  }

  /** Lets a channel go on that stood still because of errors; they are counted anew. */
  async resumeChannel(channel: ChannelId): Promise<boolean> {
    if (!this.state.isChannelPaused(channel)) return true
    const isDurable = await this.#decide({ type: 'channel_resumed', channel, at: this.#now() }, false)
    this.#pump()
    return isDurable
  }

  /**
   * The operator's word on deliveries that may have arrived. It is durable before anything follows from it.
   * @returns how many were `unknown` and are not any more; null when the disk refused
   */
  async settle(refs: readonly DeliveryRef[], word: 'arrived' | 'again'): Promise<number | null> {
    const known = new Map(this.state.contacts.map(({ contact_id }, index) => [contact_id, index]))
    const unknown = refs.filter(
      ({ contact_id, channel }) => this.state.entry(contact_id, channel).state === 'unknown'
    )
    if (unknown.length === 0) return 0
    const records = unknown.map(({ contact_id, channel }): LedgerRecord => {
      return { type: word, contact_id, channel, at: this.#now() }
    })
    try {
      await Promise.all(records.map((record) => this.#journal.commit(record)))
    } catch (error) {
      this.#breakOn(error)
      return null
    }
    for (const record of records) this.#apply(record)
    this.#note(
      word === 'arrived' ? `${records.length} confirmed as arrived` : `${records.length} to be sent again`
    )
    for (const { contact_id } of unknown) {
      const index = known.get(contact_id)
      if (index !== undefined) this.#queue.offer(index)
    }
    return records.length
  }

  /** Records that a retry takes these failed deliveries over. False when the disk refused. */
  async claim(refs: readonly DeliveryRef[], by: string): Promise<boolean> {
    const records = refs.map(({ contact_id, channel }): LedgerRecord => {
      return { type: 'claimed', contact_id, channel, at: this.#now(), by }
    })
    try {
      await Promise.all(records.map((record) => this.#journal.commit(record)))
    } catch (error) {
      this.#breakOn(error)
      return false
    }
    for (const record of records) this.#apply(record)
    return true
  }

  /** Time has passed: deliveries that waited for an instant may go. */
  tick(): void {
    if (this.#queue.wake(this.#context.clock.nowMs())) this.#pump()
  }

  /** Quiet hours or limits are others now: what waited for them is looked at again. */
  reconsider(): void {
    this.#queue.wake(Infinity)
    this.#pump()
  }

  /** The app stops: no delivery begins, those under way end and are recorded. */
  shutDown(): void {
    this.#stopping = true
    this.#endIfDone()
  }

  // --- what the channels ask -------------------------------------------------------------------------------------

  #sourceOf(channel: ChannelId): LaneSource {
    const { state } = this
    const context = this.#context
    return {
      take: () => this.#take(channel),
      get queued() {
        return state.pause === null && !state.isChannelPaused(channel) ? state.count(channel, 'queued') : 0
      },
      probe: () => context.channels[channel].isReachable(context.gatewayNow(state.head.gateway)),
      onUnreachable: (sinceMs) => this.#onUnreachable(channel, sinceMs)
    }
  }

  #mayWork(): boolean {
    return (
      this.#started &&
      !this.#stopping &&
      this.state.pause === null &&
      this.state.stop === null &&
      this.#storageError === null &&
      !this.#context.isHeld()
    )
  }

  #take(channel: ChannelId): Job | null {
    if (!this.#mayWork() || this.state.isChannelPaused(channel)) return null
    const overtakes = (earlier: ChannelId) =>
      this.state.isChannelPaused(earlier) || this.#context.lanes[earlier].isWaiting
    for (let looked = 0; looked < SKIPS_IN_ONE_GO; looked += 1) {
      const index = this.#queue.take(channel, overtakes)
      if (index === null) return null
      const job = this.#jobFor(index, channel)
      if (job !== null) return job
    }
    setImmediate(() => this.#context.lanes[channel].pump())
    return null
  }

  /** Null when the contact is skipped or has to wait; the queue knows already. */
  #jobFor(index: number, channel: ChannelId): Job | null {
    const contact = this.#queue.contact(index)
    const delivery = this.#sendable(contact, channel)
    const obstacle = this.#obstacle(contact, delivery)
    if (obstacle !== null) {
      this.#record(contact, channel, { state: 'skipped', reason: { code: obstacle } })
      this.#release(index)
      return null
    }
    const quietUntilMs = this.#context.quietUntilMs(delivery)
    if (quietUntilMs !== null) {
      this.#queue.defer(index, channel, quietUntilMs)
      this.#release(index)
      return null
    }
    return (permit) => this.#deliver(index, delivery, permit)
  }

  #obstacle(contact: FrozenContact, delivery: Sendable): ReasonCode | null {
    const skip = contact.addresses[delivery.channel]?.skip
    if (skip !== undefined) return skip
    if (!this.#context.channels[delivery.channel].isSetUp(delivery.gateway)) return 'channel_not_set_up'
    return this.#context.obstacle(delivery)
  }

  // --- one delivery ----------------------------------------------------------------------------------------------

  async #deliver(index: number, delivery: Sendable, permit: Permit): Promise<Wait | null> {
    this.#inFlight += 1
    try {
      return await this.#send(this.#queue.contact(index), delivery, permit)
    } catch (error) {
      this.#breakOn(error)
      return null
    } finally {
      this.#inFlight -= 1
      this.#release(index)
      this.#endIfDone()
    }
  }

  /** The request leaves only when its intent is on the disk: whatever happens then, it is never sent again by itself. */
  async #send(contact: FrozenContact, delivery: Sendable, permit: Permit): Promise<Wait | null> {
    const { channel, address } = delivery
    const of = { contact_id: contact.contact_id, channel }
    const intent: LedgerRecord = { type: 'sending', ...of, at: this.#now() }
    try {
      await this.#journal.commit(intent)
    } catch (error) {
      permit.cancel()
      this.#breakOn(error)
      return null
    }
    this.#apply(intent)
    // The operator may have stopped everything, or the person asked not to be written to, while the disk was busy.
    if (!this.#mayWork() || this.#context.obstacle(delivery) !== null) {
      permit.cancel()
      this.#write({ type: 'requeued', ...of, at: this.#now(), reason: 'held' })
      return null
    }
    permit.leave()
    this.#context.log({ type: 'sending', ...this.#event(contact, channel) })
    const { head } = this.state
    const deliveryId = deliveryIdOf(head.run_id, contact.contact_id, channel)
    this.#context.onLeave(delivery, deliveryId)
    const { outcome, wait } = await this.#context.channels[channel].send({
      delivery_id: deliveryId,
      address,
      text: head.text,
      gateway: delivery.gateway,
      timeout_ms: head.timeouts_s[channel] * 1000,
      signal: this.#context.abort
    })
    if (outcome.state === 'failed') this.#context.onNotReached(delivery, deliveryId)
    if (wait !== undefined && this.#waits(contact, channel, wait)) return wait
    this.#record(contact, channel, outcome)
    this.#skipReachedContact(contact)
    this.#watchErrors(channel)
    return wait ?? null
  }

  /** It was certainly not taken: the delivery waits again, unless it was told to come back too often. */
  #waits(contact: FrozenContact, channel: ChannelId, wait: Wait): boolean {
    const { attempts = 0 } = this.state.entry(contact.contact_id, channel)
    if (wait.kind === 'busy' && attempts + 1 >= BUSY_ATTEMPTS) return false
    const afterMs = wait.kind === 'busy' ? wait.retryAfterMs : null
    this.#write({
      type: 'requeued',
      contact_id: contact.contact_id,
      channel,
      at: this.#now(),
      reason: wait.kind,
      ...(afterMs !== null && { until: isoOf(this.#context.clock.nowMs() + afterMs) })
    })
    return true
  }

  #watchErrors(channel: ChannelId): void {
    const tally = this.state.tally(channel)
    const { campaign_id, campaign_name, run_id, policies } = this.state.head
    if (this.state.isChannelPaused(channel) || !isOver(tally, policies.error_threshold)) return
    const { errors, attempts, inARow } = tally
    this.#write({ type: 'channel_paused', channel, at: this.#now(), errors, attempts, in_a_row: inARow })
    this.#context.log({
      type: 'channel_paused',
      campaign_id,
      run_id,
      campaign_name,
      channel,
      errors,
      attempts
    })
    this.#context.alert({ type: 'channel_paused', run_id, campaign_name, channel })
  }

  /** What still waits for a gateway that has been away for longer than the catch-up window is not sent any more. */
  #onUnreachable(channel: ChannelId, sinceMs: number): void {
    const { clock } = this.#context
    const windowMs = this.state.head.policies.catch_up_window_min * 60_000
    if (!this.#mayWork() || clock.nowMs() - sinceMs <= windowMs) return
    for (const index of this.#queue.waitingOn(channel)) {
      const contact = this.#queue.contact(index)
      this.#record(contact, channel, { state: 'failed', reason: { code: 'gateway_unreachable' } })
      this.#queue.offer(index)
    }
    this.#pump()
    this.#endIfDone()
  }

  // --- one success a contact -------------------------------------------------------------------------------------

  #skipReached(): void {
    for (const contact of this.state.contacts) this.#skipReachedContact(contact)
  }

  /** Under `first_success` whoever was reached, or may have been, gets nothing more. */
  #skipReachedContact(contact: FrozenContact): void {
    if (this.state.head.policies.delivery !== 'first_success') return
    const channels = this.state.channelsOf(contact)
    const stateOf = (channel: ChannelId) => this.state.entry(contact.contact_id, channel).state
    const isReached = channels.some(
      (channel) => stateOf(channel) === 'sent' || stateOf(channel) === 'unknown'
    )
    const isAsked = channels.some((channel) => stateOf(channel) === 'sending')
    if (!isReached || isAsked) return
    for (const channel of channels) {
      if (stateOf(channel) !== 'queued') continue
      this.#record(contact, channel, { state: 'skipped', reason: { code: 'reached' } })
    }
  }

  // --- the end ---------------------------------------------------------------------------------------------------

  #skipRest(): void {
    const stop = this.state.stop
    if (stop === null) return
    const code = stop.reason === 'superseded' ? 'superseded' : 'run_stopped'
    for (const channel of this.state.head.flow) {
      for (const index of this.#queue.waitingOn(channel)) {
        this.#record(this.#queue.contact(index), channel, { state: 'skipped', reason: { code } })
      }
    }
  }

  #release(index: number): void {
    this.#queue.release(index)
    if (this.state.stop !== null) this.#skipRest()
    this.#pump()
  }

  #pump(): void {
    for (const channel of this.state.head.flow) this.#context.lanes[channel].pump()
  }

  #endIfDone(): void {
    if (!this.#started || this.#ending || this.#inFlight > 0) return
    const isDone = this.state.allFinal && this.#storageError === null
    if (!isDone && !this.#stopping) return
    this.#ending = true
    void this.#finish(isDone)
  }

  async #finish(isDone: boolean): Promise<void> {
    if (isDone && this.state.finishedAt === null) {
      const record: LedgerRecord = { type: 'finished', at: this.#now() }
      try {
        await this.#journal.commit(record)
        this.#apply(record)
        const { campaign_id, run_id } = this.state.head
        this.#context.log({ type: 'run_finished', campaign_id, run_id, summary: this.summary })
      } catch (error) {
        this.#breakOn(error)
        if (!this.#stopping) {
          this.#ending = false
          return
        }
      }
    }
    for (const [channel, source] of this.#sources) this.#context.lanes[channel].remove(source)
    if (this.#mending !== null) clearInterval(this.#mending)
    // What could not be written was said already; the next start settles it from what is there.
    await this.#journal.close().catch(() => undefined)
    this.#settleEnd(this.state.finishedAt === null ? 'stopped' : 'finished')
  }

  // --- the disk --------------------------------------------------------------------------------------------------

  /** The ledger cannot be written: nothing more is sent until it can. */
  #breakOn(error: unknown): void {
    if (this.#storageError !== null) return
    const { clock, log, alert, onChange } = this.#context
    const { campaign_id, campaign_name, run_id } = this.state.head
    const detail = error instanceof Error ? error.message : String(error)
    this.#storageError = detail
    this.#brokenSinceMs = clock.nowMs()
    log({ type: 'run_halted', campaign_id, campaign_name, run_id, detail })
    alert({ type: 'run_paused', run_id, campaign_name, reason: 'storage' })
    onChange(this.summary)
    if (!this.#stopping) this.#mending ??= setInterval(() => void this.#mend(), MEND_INTERVAL_MS)
  }

  async #mend(): Promise<void> {
    if (!(await this.#journal.mend())) return
    const awayMs = this.#context.clock.nowMs() - this.#brokenSinceMs
    if (this.#mending !== null) clearInterval(this.#mending)
    this.#mending = null
    this.#storageError = null
    if (awayMs > this.state.head.policies.catch_up_window_min * 60_000) await this.pause('away', '')
    else this.#note('Continued: the disk takes the ledger again')
    this.#context.onChange(this.summary)
    this.#pump()
    this.#endIfDone()
  }

  /** A decision that must be durable before it is acted on; one that only holds back (`atOnce`) is acted on at once. */
  async #decide(record: LedgerRecord, atOnce: boolean): Promise<boolean> {
    if (atOnce) this.#apply(record)
    try {
      await this.#journal.commit(record)
    } catch (error) {
      this.#breakOn(error)
      return false
    }
    if (!atOnce) this.#apply(record)
    return true
  }

  #record(contact: FrozenContact, channel: ChannelId, outcome: Outcome): void {
    this.#write({ type: 'outcome', contact_id: contact.contact_id, channel, at: this.#now(), ...outcome })
    this.#context.log({ type: 'delivered', ...this.#event(contact, channel), outcome })
  }

  #write(record: LedgerRecord): void {
    this.#journal.append(record)
    this.#apply(record)
  }

  #apply(record: LedgerRecord): void {
    this.state.apply(record)
    this.#context.onChange(this.summary)
  }

  #sendable({ contact_id, addresses }: FrozenContact, channel: ChannelId): Sendable {
    const { gateway, timezone } = this.state.head
    return {
      contactId: contact_id,
      channel,
      address: addresses[channel]?.to ?? '',
      gateway: this.#context.gatewayNow(gateway),
      timezone
    }
  }

  #event(contact: FrozenContact, channel: ChannelId) {
    const { campaign_id, run_id } = this.state.head
    return {
      campaign_id,
      run_id,
      contact_id: contact.contact_id,
      contact_name: contact.name,
      channel,
      address: contact.addresses[channel]?.to ?? ''
    }
  }

  #note(text: string, note = ''): void {
    const { campaign_id, campaign_name, run_id } = this.state.head
    this.#context.log({ type: 'run_note', campaign_id, campaign_name, run_id, text, note })
  }

  #now(): string {
    return isoOf(this.#context.clock.nowMs())
  }
}

const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  operator: 'by the operator',
  away: 'it was cut off for longer than its catch-up window',
  emergency_stop: 'emergency stop',
  gateway_changed: 'another gateway is chosen now',
  storage: 'the ledger cannot be written'
}
