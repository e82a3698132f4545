import type { ChannelId } from '../../shared/domain/channel'
import type { Outcome, ReasonCode } from '../../shared/domain/delivery'
import type { RunStop } from '../../shared/domain/run'
import type { FrozenContact, LedgerRecord } from '../ledger/ledger-record'
import { deliveryIdOf } from '../ledger/run-state'
import type { Job, LaneSource } from '../limits/lane'
import type { Permit } from '../limits/pace'
import { frozenText } from '../messages/frozen-message'
import { inPieces } from '../pieces'
import type { Wait } from '../ports'
import { isoOf } from '../system-clock'
import { isOver } from './error-threshold'
import type { RunContext, Sendable } from './run-context'
import type { RunQueue } from './run-queue'
import type { RunRecords } from './run-records'

/** So many answers "too busy" end a delivery. */
const BUSY_ATTEMPTS = 3
/** Skipping a hundred thousand contacts in one go would stop the world. */
const SKIPS_IN_ONE_GO = 500

/** Tells the channel what it is to wait for. */
type Hold = (wait: Wait) => void

/** A delivery with its text: what was filled in before its turn is what leaves. */
type Written = Sendable & { readonly text: string }

export interface SenderContext {
  readonly run: RunContext
  readonly records: RunRecords
  readonly queue: RunQueue
  /** May a delivery of this run begin now? */
  readonly mayWork: () => boolean
  /** A request that left has come to its end, whatever that is. */
  readonly onEnded: (channel: ChannelId) => void
  /** A request, or the attempt at one, is over. */
  readonly onIdle: () => void
}

/** Gives the channels what is to be sent next, sees each delivery through, and writes down what became of it. */
export class RunSender {
  readonly #context: SenderContext
  #inFlight = 0

  constructor(context: SenderContext) {
    this.#context = context
  }

  get inFlight(): number {
    return this.#inFlight
  }

  /** The run as one channel sees it. */
  sourceOf(channel: ChannelId): LaneSource {
    const { run, records } = this.#context
    const { state } = records
    return {
      take: () => this.#take(channel),
      skim: () => this.#skim(channel),
      get queued() {
        const waits = state.pause === null && state.stop === null && !state.isChannelPaused(channel)
        return waits ? state.count(channel, 'queued') : 0
      },
      probe: () => run.channels[channel].isReachable(run.gatewayNow(state.head.gateway)),
      onUnreachable: (sinceMs, why) => this.#onUnreachable(channel, sinceMs, why)
    }
  }

  /** Under `first_success` whoever was reached, or may have been, gets nothing more. */
  skipReached(contact: FrozenContact): void {
    const { state } = this.#context.records
    if (state.head.policies.delivery !== 'first_success') return
    const channels = state.channelsOf(contact)
    const stateOf = (channel: ChannelId) => state.entry(contact.contact_id, channel).state
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

  /**
   * A run that was stopped: what is queued is skipped. Whoever has a request in flight follows when that is over.
   * @param mayGoOn asked after each stretch; what is left then waits in the ledger for the next start
   */
  async skipRest(mayGoOn: () => boolean): Promise<void> {
    const { state } = this.#context.records
    for (const channel of state.head.flow) {
      if (state.stop === null || !mayGoOn()) return
      await this.#endQueued(channel, outcomeOf(state.stop), mayGoOn)
    }
  }

  /** Ends what is queued without sending it, in stretches. Contacts with a request in flight are left out. */
  async #endQueued(channel: ChannelId, outcome: Outcome, mayGoOn: () => boolean): Promise<void> {
    const { run, queue } = this.#context
    let pieces = inPieces()
    for (const index of queue.waitingOn(channel)) {
      this.#record(queue.contact(index), channel, outcome)
      queue.offer(index)
      if (!pieces.isDue()) continue
      await new Promise<void>((resume) => run.timers.after(0, resume))
      if (!mayGoOn()) return
      pieces = inPieces()
    }
  }

  /**
   * Skips everybody who waits on a channel that stands still since the run began: nobody of them has been taken up.
   * @param mayGoOn asked after each stretch
   * @returns false when somebody is left
   */
  async leaveOut(channel: ChannelId, mayGoOn: () => boolean): Promise<boolean> {
    const { run, records, queue } = this.#context
    let pieces = inPieces()
    for (const [index, contact] of records.state.contacts.entries()) {
      if (records.state.stateAt(index, channel) !== 'queued') continue
      const code = contact.addresses[channel]?.skip ?? 'left_out'
      this.#record(contact, channel, { state: 'skipped', reason: { code } })
      queue.offer(index)
      if (!pieces.isDue()) continue
      await new Promise<void>((resume) => run.timers.after(0, resume))
      if (!mayGoOn()) return false
      pieces = inPieces()
    }
    return true
  }

  #take(channel: ChannelId): Job | null {
    const { run, records, queue, mayWork } = this.#context
    const pieces = inPieces()
    const overtakes = (earlier: ChannelId) =>
      records.state.isChannelPaused(earlier) || run.lanes[earlier].isWaiting
    for (let looked = 0; looked < SKIPS_IN_ONE_GO && !pieces.isDue(); looked += 1) {
      // Asked each time: a text that cannot be filled in is an error too, and may have paused the channel.
      if (!mayWork() || records.state.isChannelPaused(channel)) return null
      const index = queue.take(channel, overtakes)
      if (index === null) return null
      const job = this.#jobFor(index, channel)
      if (job !== null) return job
    }
    run.timers.after(0, () => run.lanes[channel].pump())
    return null
  }

  /** Settles those at the front of the queue who get nothing, without anybody's turn being used up. */
  #skim(channel: ChannelId): void {
    const { run, records, queue, mayWork } = this.#context
    const pieces = inPieces()
    // Only what the run froze: who may be sent to is asked when the turn comes, and may be another answer by then.
    const getsNothing = (index: number) => {
      const contact = queue.contact(index)
      if (contact.addresses[channel]?.skip !== undefined) return true
      return typeof frozenText(run.texts, records.state.head, contact, channel) !== 'string'
    }
    for (let looked = 0; looked < SKIPS_IN_ONE_GO && !pieces.isDue(); looked += 1) {
      if (!mayWork() || records.state.isChannelPaused(channel)) return
      const index = queue.takeIf(channel, getsNothing)
      if (index === null) return
      if (this.#jobFor(index, channel) !== null) return queue.release(index)
    }
    run.timers.after(0, () => run.lanes[channel].pump())
  }

  /** Null when the contact is skipped or has to wait; the queue knows already. */
  #jobFor(index: number, channel: ChannelId): Job | null {
    const { run, records, queue } = this.#context
    const contact = queue.contact(index)
    const delivery = this.#sendable(contact, channel)
    const obstacle = this.#obstacle(contact, delivery)
    if (obstacle !== null) {
      this.#record(contact, channel, { state: 'skipped', reason: { code: obstacle } })
      queue.release(index)
      return null
    }
    const text = frozenText(run.texts, records.state.head, contact, channel)
    if (typeof text !== 'string') {
      this.#record(contact, channel, text)
      queue.release(index)
      if (text.state === 'failed') this.#watchErrors(channel)
      return null
    }
    const quietUntilMs = run.quietUntilMs(delivery)
    if (quietUntilMs !== null) {
      queue.defer(index, channel, quietUntilMs)
      queue.release(index)
      return null
    }
    return (permit, hold) => this.#deliver(index, { ...delivery, text }, permit, hold)
  }

  #obstacle(contact: FrozenContact, delivery: Sendable): ReasonCode | null {
    const { run } = this.#context
    const skip = contact.addresses[delivery.channel]?.skip
    if (skip !== undefined) return skip
    if (!run.channels[delivery.channel].isSetUp(delivery.gateway)) return 'channel_not_set_up'
    return run.obstacle(delivery)
  }

  async #deliver(index: number, delivery: Written, permit: Permit, hold: Hold): Promise<void> {
    const { records, queue, onIdle } = this.#context
    this.#inFlight += 1
    try {
      await this.#send(queue.contact(index), delivery, permit, hold)
    } catch (error) {
      records.breakOn(error)
    } finally {
      this.#inFlight -= 1
      queue.release(index)
      this.#skipStopped(queue.contact(index))
      onIdle()
    }
  }

  /** The run was stopped while somebody's request was in flight: the rest of theirs is skipped too. */
  #skipStopped(contact: FrozenContact): void {
    const { state } = this.#context.records
    if (state.stop === null) return
    for (const channel of state.channelsOf(contact)) {
      if (state.entry(contact.contact_id, channel).state !== 'queued') continue
      this.#record(contact, channel, outcomeOf(state.stop))
    }
  }

  /** The request leaves only when its intent is on the disk: whatever happens then, it is never sent again by itself. */
  async #send(contact: FrozenContact, delivery: Written, permit: Permit, hold: Hold): Promise<void> {
    const { run, records, mayWork, onEnded } = this.#context
    const { channel, address } = delivery
    const of = { contact_id: contact.contact_id, channel }
    if (!(await records.commit({ type: 'sending', ...of, at: records.now() }))) {
      permit.cancel()
      return
    }
    // The operator may have stopped everything, or the person asked not to be written to, while the disk was busy.
    if (!mayWork() || run.obstacle(delivery) !== null) {
      permit.cancel()
      records.write({ type: 'requeued', ...of, at: records.now(), reason: 'held' })
      return
    }
    permit.leave()
    run.log({ type: 'sending', ...records.event(contact, channel) })
    const { head } = records.state
    run.onLeave(delivery)
    const { outcome, wait } = await run.channels[channel].send({
      delivery_id: delivery.deliveryId,
      address,
      text: delivery.text,
      gateway: delivery.gateway,
      timeout_ms: head.timeouts_s[channel] * 1000,
      signal: run.abort
    })
    // What never left is no pace at which anything is sent.
    if (wait?.kind !== 'unreachable') onEnded(channel)
    if (outcome.state === 'failed') run.onNotReached(delivery)
    if (wait !== undefined) {
      hold(wait)
      if (this.#waits(contact, channel, wait, outcome)) return
    }
    this.#record(contact, channel, outcome)
    this.skipReached(contact)
    this.#watchErrors(channel)
  }

  /** It was certainly not taken: the delivery waits again, unless it was told to come back too often. */
  #waits(contact: FrozenContact, channel: ChannelId, wait: Wait, outcome: Outcome): boolean {
    const { run, records } = this.#context
    const { attempts = 0 } = records.state.entry(contact.contact_id, channel)
    if (wait.kind === 'busy' && attempts + 1 >= BUSY_ATTEMPTS) return false
    const afterMs = wait.kind === 'busy' ? wait.retryAfterMs : null
    const { state: _state, reason, ...answer } = outcome
    records.write({
      type: 'requeued',
      contact_id: contact.contact_id,
      channel,
      at: records.now(),
      reason: wait.kind,
      ...(afterMs !== null && { until: isoOf(run.clock.nowMs() + afterMs) }),
      ...(reason !== undefined && { outcome_reason: reason }),
      ...answer
    })
    return true
  }

  #watchErrors(channel: ChannelId): void {
    const { run, records } = this.#context
    const tally = records.state.tally(channel)
    const { campaign_id, campaign_name, run_id, policies } = records.state.head
    if (records.state.isChannelPaused(channel) || !isOver(tally, policies.error_threshold)) return
    const { errors, attempts, inARow } = tally
    records.write({ type: 'channel_paused', channel, at: records.now(), errors, attempts, in_a_row: inARow })
    run.log({ type: 'channel_paused', campaign_id, run_id, campaign_name, channel, errors, attempts })
    run.alert({ type: 'channel_paused', run_id, campaign_name, channel })
  }

  /** What still waits for a gateway, or its key, for longer than the catch-up window is not sent any more. */
  #onUnreachable(channel: ChannelId, sinceMs: number, code: ReasonCode): void {
    const { run, records, mayWork, onIdle } = this.#context
    const windowMs = records.state.head.policies.catch_up_window_min * 60_000
    if (!mayWork() || run.clock.nowMs() - sinceMs <= windowMs) return
    const outcome: Outcome = { state: 'failed', reason: { code } }
    void this.#endQueued(channel, outcome, mayWork).then(onIdle)
  }

  #record(contact: FrozenContact, channel: ChannelId, outcome: Outcome): void {
    const { run, records } = this.#context
    const record: LedgerRecord = {
      type: 'outcome',
      contact_id: contact.contact_id,
      channel,
      at: records.now(),
      ...outcome
    }
    records.write(record)
    run.log({ type: 'delivered', ...records.event(contact, channel), outcome })
  }

  #sendable({ contact_id, addresses }: FrozenContact, channel: ChannelId): Sendable {
    const { run, records } = this.#context
    const { run_id, gateway, timezone } = records.state.head
    return {
      deliveryId: deliveryIdOf(run_id, contact_id, channel),
      contactId: contact_id,
      channel,
      address: addresses[channel]?.to ?? '',
      gateway: run.gatewayNow(gateway),
      timezone
    }
  }
}

/** What a stop makes of a delivery that is still queued. */
const outcomeOf = ({ reason }: RunStop): Outcome => ({
  state: 'skipped',
  reason: { code: reason === 'superseded' ? 'superseded' : 'run_stopped' }
})
