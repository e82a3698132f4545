import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryRef } from '../../shared/domain/delivery'
import type { PauseReason, RunSummary, StopReason } from '../../shared/domain/run'
import type { LaneSource } from '../limits/lane'
import type { LedgerRecord } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { Journal } from '../ports'
import { RequestRate } from './request-rate'
import type { RunContext } from './run-context'
import { RunQueue } from './run-queue'
import { RunRecords } from './run-records'
import { RunSender } from './run-sender'

/** `finished`: every delivery is final. `stopped`: the rest waits in the ledger for the next start of the app. */
export type RunEnd = 'finished' | 'stopped'

/** The life of one open run: joins the channels, takes the operator's word, and ends when nothing is left to do. */
export class RunExecution {
  readonly state: RunState
  readonly queue: RunQueue
  readonly rate: RequestRate
  readonly #context: RunContext
  readonly #records: RunRecords
  readonly #sender: RunSender
  readonly #sources: readonly (readonly [ChannelId, LaneSource])[]
  readonly #end: Promise<RunEnd>
  #settleEnd: (end: RunEnd) => void = () => undefined
  #started = false
  #stopping = false
  #ending = false
  /** The calls that wait for a yes have had a no, which is being written down. */
  #isLeavingOut = false
  /** Decisions on their way to the disk: the run does not end under them. */
  #deciding = 0

  constructor(state: RunState, journal: Journal, context: RunContext) {
    this.state = state
    this.queue = new RunQueue(state)
    this.rate = new RequestRate(context.clock)
    this.#context = context
    this.#records = new RunRecords(state, journal, context, {
      // Deliveries are skipped while the channels are being served: whether that was the last is asked afterwards.
      onApplied: () => {
        if (state.allFinal) queueMicrotask(() => this.#endIfDone())
      },
      onMended: (brokenMs) => this.#onMended(brokenMs)
    })
    this.#sender = new RunSender({
      run: context,
      records: this.#records,
      queue: this.queue,
      mayWork: () => this.#mayWork(),
      onEnded: (channel) => this.rate.note(channel),
      onIdle: () => this.#onIdle()
    })
    this.#sources = state.head.flow.map((channel) => [channel, this.#sender.sourceOf(channel)] as const)
    this.#end = new Promise((resolve) => (this.#settleEnd = resolve))
  }

  /** How the run ended, with its ledger closed. Never rejects. */
  get ended(): Promise<RunEnd> {
    return this.#end
  }

  get summary(): RunSummary {
    return this.#records.summary
  }

  /** Its ledger is being closed: nothing can be decided about it any more before it is opened again. */
  isEnding(): boolean {
    return this.#ending
  }

  /** It sends, or waits for a turn of its own accord. */
  get isWorking(): boolean {
    if (this.#sender.inFlight > 0) return true
    const { state } = this
    const hasTurn = state.head.flow.some(
      (channel) => state.count(channel, 'queued') > 0 && !state.isChannelPaused(channel)
    )
    return this.#mayWork() && hasTurn && !this.onlyAwaitsYes
  }

  /** Nothing of it is left to do but AI calls that wait for the operator's yes, and what waits behind these. */
  get onlyAwaitsYes(): boolean {
    const { state } = this
    if (state.callsHeld === null || state.stop !== null) return false
    const { flow, policies } = state.head
    const others = flow.filter((channel) => channel !== 'ai_call')
    if (flow.some((channel) => state.count(channel, 'sending') > 0)) return false
    if (others.every((channel) => state.count(channel, 'queued') === 0)) return true
    if (policies.delivery !== 'first_success') return false
    // Strictly one after the other: behind a call that is held nothing can go out.
    return state.contacts.every((_contact, index) => {
      const next = flow.find((channel) => state.stateAt(index, channel) === 'queued')
      return next === undefined || next === 'ai_call'
    })
  }

  /** Joins the channels. What a crash left half decided is decided first. */
  start(): void {
    this.#started = true
    if (this.state.stop !== null) void this.#skipRest()
    else for (const contact of this.state.contacts) this.#sender.skipReached(contact)
    for (const [channel, source] of this.#sources) this.#context.lanes[channel].add(source)
    this.#context.onChange(this.summary)
    this.#pump()
    this.#endIfDone()
  }

  /** No delivery begins any more until `resume`; those in flight end and are recorded. False when it is paused already. */
  pause(reason: PauseReason, note: string): Promise<boolean> {
    return this.#decide(async () => {
      if (this.state.pause !== null || this.state.finishedAt !== null) return false
      // However long that was: nothing goes out without the operator's word as it is.
      if (reason === 'away' && this.onlyAwaitsYes) return false
      const { campaign_name, run_id } = this.state.head
      const at = this.#records.now()
      const isDurable = await this.#records.commitAtOnce({ type: 'paused', at, reason, note })
      this.#records.note(`Paused: ${PAUSE_WORDS[reason]}`, note)
      if (reason !== 'operator') this.#context.alert({ type: 'run_paused', run_id, campaign_name, reason })
      return isDurable
    })
  }

  /** Goes on. False when the disk refused it. */
  resume(note: string): Promise<boolean> {
    return this.#decide(async () => {
      const isDurable = await this.#records.commit({ type: 'resumed', at: this.#records.now(), note })
      if (isDurable) this.#records.note('Continued', note)
      return isDurable
    })
  }

  /** Ends the run for good: what is queued is skipped once nothing is in flight. False when the disk refused it. */
  stopRun(reason: StopReason, note: string): Promise<boolean> {
    return this.#decide(async () => {
      if (this.state.stop === null) {
        const at = this.#records.now()
        if (!(await this.#records.commit({ type: 'stopped', at, reason, note }))) return false
        const words = reason === 'operator' ? 'Stopped' : 'Stopped: the next run takes its place'
        this.#records.note(words, note)
      }
      await this.#skipRest()
      return true
    })
  }

  /** Lets a channel go on that stood still because of errors; they are counted anew. */
  resumeChannel(channel: ChannelId): Promise<boolean> {
    return this.#decide(async () => {
      // Those who are left out already are not called, and the others not because of a second click.
      if (!this.state.isChannelPaused(channel) || this.#isLeavingOut) return true
      return this.#records.commit({ type: 'channel_resumed', channel, at: this.#records.now() })
    })
  }

  /** Skips the calls that wait for a yes. What a crash cuts off of it still waits for a word afterwards. */
  leaveCallsOut(): Promise<boolean> {
    return this.#decide(async () => {
      const calls = this.state.callsHeld
      if (calls === null || this.#isLeavingOut) return true
      this.#isLeavingOut = true
      // When the app stops in between, the rest waits for a word again.
      if (!(await this.#sender.leaveOut('ai_call', () => !this.#stopping))) return false
      this.#records.note(`${calls.count} AI calls left out`)
      // Nothing is queued on it any more; what is said later about one of its deliveries must not find it held.
      return this.#records.commit({ type: 'channel_resumed', channel: 'ai_call', at: this.#records.now() })
    })
  }

  /**
   * The operator's word on deliveries that may have arrived. It is durable before anything follows from it.
   * @returns how many were `unknown` and are not any more; null when the disk refused
   */
  settle(refs: readonly DeliveryRef[], word: 'arrived' | 'again'): Promise<number | null> {
    return this.#decide(async () => {
      const unknown = refs.filter(
        ({ contact_id, channel }) => this.state.entry(contact_id, channel).state === 'unknown'
      )
      if (unknown.length === 0) return 0
      const records = unknown.map(({ contact_id, channel }): LedgerRecord => {
        return { type: word, contact_id, channel, at: this.#records.now() }
      })
      if (!(await this.#records.commit(...records))) return null
      const words = word === 'arrived' ? 'confirmed as arrived' : 'to be sent again'
      this.#records.note(`${records.length} ${words}`)
      const settled = new Set(unknown.map(({ contact_id }) => contact_id))
      for (const [index, { contact_id }] of this.state.contacts.entries()) {
        if (settled.has(contact_id)) this.queue.offer(index)
      }
      return records.length
    })
  }

  /** Records that a retry takes these failed deliveries over. False when the disk refused. */
  claim(refs: readonly DeliveryRef[], by: string): Promise<boolean> {
    return this.#decide(() => {
      const at = this.#records.now()
      const records = refs.map(({ contact_id, channel }): LedgerRecord => {
        return { type: 'claimed', contact_id, channel, at, by }
      })
      return this.#records.commit(...records)
    })
  }

  /** Time has passed: deliveries that waited for an instant may go. */
  tick(): void {
    if (this.queue.wake(this.#context.clock.nowMs())) this.#pump()
  }

  /** Quiet hours or limits are others now: what waited for them is looked at again. */
  reconsider(): void {
    this.queue.wake(Infinity)
    this.#pump()
  }

  /** The app stops: no delivery begins, those under way end and are recorded. */
  shutDown(): void {
    this.#stopping = true
    this.#endIfDone()
  }

  #mayWork(): boolean {
    return (
      this.#started &&
      !this.#stopping &&
      this.state.pause === null &&
      this.state.stop === null &&
      !this.#records.isBroken &&
      !this.#context.isHeld()
    )
  }

  /** Nothing ends the run between a decision and what follows from it. */
  async #decide<T>(decide: () => Promise<T>): Promise<T> {
    this.#deciding += 1
    try {
      return await decide()
    } finally {
      this.#deciding -= 1
      this.#pump()
      this.#endIfDone()
    }
  }

  #onIdle(): void {
    this.#pump()
    this.#context.onChange(this.summary)
    this.#endIfDone()
  }

  async #onMended(brokenMs: number): Promise<void> {
    const windowMs = this.state.head.policies.catch_up_window_min * 60_000
    if (brokenMs > windowMs) await this.pause('away', '')
    else this.#records.note('Continued: the disk takes the ledger again')
    this.#pump()
    this.#endIfDone()
  }

  #skipRest(): Promise<void> {
    return this.#sender.skipRest(() => !this.#stopping)
  }

  #pump(): void {
    if (!this.#started) return
    for (const [channel] of this.#sources) this.#context.lanes[channel].pump()
  }

  #endIfDone(): void {
    if (!this.#started || this.#ending || this.#deciding > 0 || this.#sender.inFlight > 0) return
    const isDone = this.state.allFinal && !this.#records.isBroken
    if (!isDone && !this.#stopping) return
    this.#ending = true
    void this.#finish(isDone)
  }

  /** Faults of a rehearsal were chosen, so nobody has to hear of them. */
  #reportTrouble(): void {
    const { id: run_id, campaign_name, trigger, counts } = this.summary
    const { sent, failed, unknown } = counts
    if (failed + unknown === 0 || trigger === 'rehearsal') return
    this.#context.alert({ type: 'run_finished', run_id, campaign_name, sent, failed, unknown })
  }

  async #finish(isDone: boolean): Promise<void> {
    if (isDone && this.state.finishedAt === null) {
      const isDurable = await this.#records.commit({ type: 'finished', at: this.#records.now() })
      if (isDurable) {
        const { campaign_id, run_id } = this.state.head
        this.#context.log({ type: 'run_finished', campaign_id, run_id, summary: this.summary })
        this.#reportTrouble()
      } else if (!this.#stopping) {
        this.#ending = false
        return
      }
    }
    for (const [channel, source] of this.#sources) this.#context.lanes[channel].remove(source)
    await this.#records.close()
    this.#settleEnd(this.state.finishedAt === null ? 'stopped' : 'finished')
  }
}

const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  operator: 'by the operator',
  away: 'it was cut off for longer than its catch-up window',
  emergency_stop: 'emergency stop',
  gateway_changed: 'another gateway is chosen now',
  storage: 'the ledger cannot be written'
}
