import type { SecretWait } from '../../shared/domain/secret'
import type { ChannelLimits } from '../../shared/domain/settings'
import type { Clock, Timers, Wait } from '../ports'
import type { Pace, Permit } from './pace'

/** Requests in flight on a channel without a limit of its own: more would only fill the gateway's queue. */
const MOST_IN_FLIGHT = 32
/** A full channel that has finished nothing for this long is stuck, not busy: others need not wait for it. */
const STUCK_MS = 1_000
const FIRST_PROBE_MS = 1_000
const LAST_PROBE_MS = 60_000
/** Without a Retry-After: how long a channel rests after the gateway said that it is too busy. */
const BUSY_REST_MS = 5_000
/** A longer Retry-After is the operator's decision. */
const LONGEST_REST_MS = 3_600_000
/** Timers know nothing of sleep and of clocks that are set: a long wait is looked at again this often. */
const LONGEST_TIMER_MS = 30_000
/** Whoever opens a keychain says so; this is for those who wait too long. */
const KEY_LOOK_MS = 1_000

/**
 * One delivery whose turn has come. Never rejects; resolves when it is over. What the channel is to wait for is said by
 * `hold` at once: whoever looks for the next delivery meanwhile must find the channel waiting.
 */
export type Job = (permit: Permit, hold: (wait: Wait) => void) => Promise<void>

/** A run, as one channel sees it. */
export interface LaneSource {
  /** The next delivery that may go out now, or null. */
  take(): Job | null
  /** Settles those at the front who get nothing whatever the limits say. Called while the channel waits for its limits. */
  skim(): void
  /** How many of its deliveries wait for this channel. */
  readonly queued: number
  /** Can the gateway of this run be connected to? */
  probe(): Promise<boolean>
  /** The gateway is still out of reach, or its key is, since that instant (epoch milliseconds). */
  onUnreachable(sinceMs: number, why: 'gateway_unreachable' | SecretWait): void
}

export type LaneHold =
  | { readonly reason: 'retry_after'; readonly untilMs: number }
  /** A Retry-After of more than an hour: waits for the operator. */
  | { readonly reason: 'paused'; readonly untilMs: number }
  | { readonly reason: 'unreachable'; readonly sinceMs: number; readonly nextProbeMs: number }
  /** The gateway's key cannot be used: without it nothing is asked of the gateway. */
  | { readonly reason: SecretWait; readonly sinceMs: number }

/** When a channel goes on or tries again, epoch milliseconds; null when only somebody can say. */
export function goesOnMs(hold: LaneHold): number | null {
  if ('untilMs' in hold) return hold.untilMs
  return hold.reason === 'unreachable' ? hold.nextProbeMs : null
}

export interface LaneContext {
  readonly clock: Clock
  readonly timers: Timers
  readonly pace: Pace
  readonly limits: () => ChannelLimits
  /** Nothing at all may start now. */
  readonly isHeld: () => boolean
  /** Why the secrets of the gateway cannot be used, or null. */
  readonly secretWait: () => SecretWait | 'opening' | null
  readonly onHold: (hold: LaneHold | null) => void
}

/**
 * One channel, shared by all runs: who may send next, and when. Every channel waits by itself; runs take turns.
 * It waits with timers of its own and may be asked to `pump` at any time: that is always harmless.
 */
export class Lane {
  readonly #context: LaneContext
  readonly #sources: LaneSource[] = []
  #turn = 0
  #inFlight = 0
  #movedMs: number
  #averageMs = 0
  #hold: LaneHold | null = null
  #probing = false
  #probeMs = FIRST_PROBE_MS
  #stopTimer: (() => void) | null = null
  #pumping = false
  #stopped = false

  constructor(context: LaneContext) {
    this.#context = context
    this.#movedMs = context.clock.monotonicMs()
  }

  get hold(): LaneHold | null {
    return this.#hold
  }

  get inFlight(): number {
    return this.#inFlight
  }

  get queued(): number {
    return this.#sources.reduce((sum, source) => sum + source.queued, 0)
  }

  /** The mean duration of a delivery, milliseconds; 0 while nothing is known. */
  get averageMs(): number {
    return this.#averageMs
  }

  /** Milliseconds until the limits let the next message go. */
  get paceWaitMs(): number {
    return this.#context.pace.waitMs()
  }

  get usage(): readonly number[] {
    return this.#context.pace.usage
  }

  /** It does not move for a reason of its own, so whoever is behind it on another channel need not wait for it. */
  get isWaiting(): boolean {
    const { clock, limits } = this.#context
    if (this.#hold !== null || this.paceWaitMs > 0) return true
    if (this.#inFlight < this.#capacity) return false
    return limits().concurrency > 0 || clock.monotonicMs() - this.#movedMs > STUCK_MS
  }

  add(source: LaneSource): void {
    this.#sources.push(source)
  }

  remove(source: LaneSource): void {
    const index = this.#sources.indexOf(source)
    if (index !== -1) this.#sources.splice(index, 1)
  }

  /** Starts whatever may start now. */
  pump(): void {
    if (this.#pumping || this.#stopped) return
    this.#pumping = true
    try {
      this.#setTimer(this.#fill())
    } finally {
      this.#pumping = false
    }
  }

  /** Waits as an earlier start of the app was told to. */
  restoreHold(untilMs: number): void {
    if (untilMs > this.#context.clock.nowMs()) this.#rest(untilMs)
  }

  /** The clock was set back: a wait that was to end by now must not last for days. */
  cutFuture(byMs: number): void {
    const hold = this.#hold
    if (hold === null) return
    if ('untilMs' in hold) this.#hold = { ...hold, untilMs: hold.untilMs + byMs }
    else this.#hold = { ...hold, sinceMs: hold.sinceMs + byMs }
    this.pump()
  }

  /** There is nothing to wait for any more. */
  forgetHold(): void {
    this.#release()
    this.pump()
  }

  /** The operator does not want to wait. */
  tryNow(): void {
    if (this.#hold?.reason === 'unreachable') void this.#probe()
    else this.forgetHold()
  }

  stop(): void {
    this.#stopped = true
    this.#hold = null
    this.#stopTimer?.()
  }

  get #capacity(): number {
    const { concurrency } = this.#context.limits()
    return concurrency === 0 ? MOST_IN_FLIGHT : concurrency
  }

  /** Starts jobs; gives how long to wait before it is worth trying again (null: until something happens). */
  #fill(): number | null {
    const { clock, pace, isHeld } = this.#context
    for (;;) {
      if (isHeld() || this.queued === 0) return null
      const heldMs = this.#heldMs(clock.nowMs())
      if (heldMs > 0) return heldMs
      const keyMs = this.#keyMs(clock.nowMs())
      if (keyMs > 0) return keyMs
      if (this.#inFlight >= this.#capacity) return null
      const waitMs = pace.waitMs()
      if (waitMs > 0) {
        // Somebody without an address waits for no limit: a run must not stay open a day for nobody.
        for (const source of [...this.#sources]) source.skim()
        return waitMs
      }
      const job = this.#next()
      // What waits may be let go by another channel that turns out to be stuck.
      if (job === null) return STUCK_MS
      void this.#work(job)
    }
  }

  #heldMs(nowMs: number): number {
    const hold = this.#hold
    if (hold === null || isKeyHold(hold)) return 0
    if (hold.reason === 'paused') return Infinity
    const untilMs = hold.reason === 'retry_after' ? hold.untilMs : hold.nextProbeMs
    if (nowMs < untilMs) return untilMs - nowMs
    if (hold.reason === 'retry_after') {
      this.#release()
      return 0
    }
    void this.#probe()
    return Infinity
  }

  /** How long to wait for the gateway's key. Once it can be used there is nothing left of that. */
  #keyMs(nowMs: number): number {
    const wait = this.#context.secretWait()
    const hold = this.#hold
    if (wait === null) {
      if (isKeyHold(hold)) this.#release()
      return 0
    }
    if (wait === 'opening') return KEY_LOOK_MS
    const sinceMs = isKeyHold(hold) ? hold.sinceMs : nowMs
    if (hold?.reason !== wait) this.#set({ reason: wait, sinceMs })
    for (const each of [...this.#sources]) each.onUnreachable(sinceMs, wait)
    return KEY_LOOK_MS
  }

  #next(): Job | null {
    for (let tried = this.#sources.length; tried > 0; tried -= 1) {
      const source = this.#sources[this.#turn % this.#sources.length]
      this.#turn = (this.#turn + 1) % this.#sources.length
      const job = source?.take()
      if (job) return job
    }
    return null
  }

  async #work(job: Job): Promise<void> {
    const { clock, pace } = this.#context
    const startedMs = clock.monotonicMs()
    this.#inFlight += 1
    const waits: Wait[] = []
    await job(pace.take(), (wait) => {
      waits.push(wait)
      this.#waitFor(wait)
    })
    this.#inFlight -= 1
    this.#movedMs = clock.monotonicMs()
    if (waits.length === 0) this.#learn(this.#movedMs - startedMs)
    this.pump()
  }

  #learn(tookMs: number): void {
    this.#averageMs = this.#averageMs === 0 ? tookMs : this.#averageMs * 0.9 + tookMs * 0.1
  }

  #waitFor(wait: Wait): void {
    const nowMs = this.#context.clock.nowMs()
    if (wait.kind === 'busy') this.#rest(nowMs + (wait.retryAfterMs ?? BUSY_REST_MS))
    else if (this.#hold === null) {
      this.#probeMs = FIRST_PROBE_MS
      this.#set({ reason: 'unreachable', sinceMs: nowMs, nextProbeMs: nowMs + this.#probeMs })
    }
  }

  #rest(untilMs: number): void {
    const isLong = untilMs - this.#context.clock.nowMs() > LONGEST_REST_MS
    if (this.#hold !== null && 'untilMs' in this.#hold && this.#hold.untilMs >= untilMs) return
    this.#set({ reason: isLong ? 'paused' : 'retry_after', untilMs })
  }

  /** Asks whether the gateway is back; deliveries are not used up for it. */
  async #probe(): Promise<void> {
    if (this.#probing || this.#stopped) return
    const source = this.#sources.find(({ queued }) => queued > 0)
    if (source === undefined) return this.#release()
    this.#probing = true
    const isBack = await source.probe()
    this.#probing = false
    const hold = this.#hold
    if (hold?.reason !== 'unreachable') return
    if (isBack) this.#release()
    else {
      this.#probeMs = Math.min(this.#probeMs * 2, LAST_PROBE_MS)
      this.#hold = { ...hold, nextProbeMs: this.#context.clock.nowMs() + this.#probeMs }
      for (const each of [...this.#sources]) each.onUnreachable(hold.sinceMs, 'gateway_unreachable')
    }
    this.pump()
  }

  #release(): void {
    if (this.#hold !== null) this.#set(null)
  }

  #set(hold: LaneHold | null): void {
    this.#hold = hold
    this.#context.onHold(hold)
  }

  #setTimer(waitMs: number | null): void {
    this.#stopTimer?.()
    this.#stopTimer = null
    if (waitMs === null) return
    const soonMs = Math.min(Math.max(1, Math.ceil(waitMs)), LONGEST_TIMER_MS)
    this.#stopTimer = this.#context.timers.after(soonMs, () => this.pump())
  }
}

const isKeyHold = (hold: LaneHold | null): hold is Extract<LaneHold, { readonly reason: SecretWait }> =>
  hold?.reason === 'keychain_locked' || hold?.reason === 'secret_missing'
