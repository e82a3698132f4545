import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'
import type { ArmTimer, Clock } from '../ports'
import { judgeSlots, type Verdicts } from './judge-slots'
import { type Slots, slotsOf } from './occurrences/occurrences'

/** What the scheduler asks of the rest of the engine. */
export interface SchedulerContext {
  readonly clock: Clock
  readonly armTimer: ArmTimer
  /** The campaigns that may run: scheduled and active; none while everything is paused. */
  readonly campaigns: () => readonly Campaign[]
  /** Slots at or before it never run (epoch milliseconds). */
  readonly floorMs: (campaign: Campaign) => number
  readonly isSettled: (runId: string) => boolean
  readonly isOpen: (campaignId: string) => boolean
  /** A slot of the campaign waits for its open run to be over. */
  readonly hasBuffered: (campaignId: string) => boolean
  readonly isEmergency: () => boolean
  /** Starts the slot that waits, now that no run of the campaign is open. */
  readonly startBuffered: (campaign: Campaign) => Promise<void>
  readonly runsLeft: (campaign: Campaign) => number
  /** How to find the people of a campaign, when that takes a while; null when it does not. */
  readonly prepare: (campaign: Campaign) => (() => Promise<void>) | null
  /** Makes the verdicts true; resolves when they are durable. */
  readonly carryOut: (campaign: Campaign, verdicts: Verdicts) => Promise<void>
  /** No slot is left and no run is open. */
  readonly onExhausted: (campaign: Campaign) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

/** After a failure (a full disk, say) the slot is still due; it is judged again this much later. */
const RETRY_MS = 15_000

interface Computed {
  readonly campaign: Campaign
  readonly slots: Slots
  /** The first slot after this instant (epoch milliseconds) is `next`. */
  readonly afterMs: number
  readonly next: Occurrence | null
  /** When that is; Infinity when there is none. */
  readonly nextMs: number
}

/**
 * Wakes at the earliest slot of all campaigns (one armed job, never one a campaign: those fire one after the other),
 * judges what is due, and arms again. Asking it to look more often than needed is harmless.
 */
export class Scheduler {
  readonly #context: SchedulerContext
  /** The next slot of a campaign stays right until it passes or the campaign is replaced by another version. */
  readonly #computed = new Map<string, Computed>()
  /** Up to where every slot of this version of a campaign is settled: years of them need not be judged each time. */
  #judgedUntilMs = new WeakMap<Campaign, number>()
  #disarm: (() => void) | null = null
  #looking: Promise<void> | null = null
  #lookAgain = false
  /** The campaigns whose slots could not be settled in this look. */
  readonly #failed = new Set<string>()
  #running = false
  #lookedAtMs: number | null = null
  #armedForMs: number | null = null

  constructor(context: SchedulerContext) {
    this.#context = context
  }

  start(): void {
    this.#running = true
    this.look()
  }

  /** Resolves when nothing is judged any more. */
  async stop(): Promise<void> {
    this.#running = false
    this.#disarm?.()
    this.#disarm = null
    await this.#looking
  }

  /** Judges what is due and arms for the rest: after a timer, a change of campaigns, a clock jump. */
  look(): void {
    if (!this.#running) return
    this.#lookAgain = true
    // Begun a moment later: what is asked while looking may ask for a look, and must find one under way.
    this.#looking ??= Promise.resolve().then(() => this.#lookUntilQuiet())
  }

  /** Is it alive, when did it look last, and for when is its timer armed? Epoch milliseconds. */
  standing(): {
    readonly isRunning: boolean
    readonly lookedAtMs: number | null
    readonly armedForMs: number | null
  } {
    return { isRunning: this.#running, lookedAtMs: this.#lookedAtMs, armedForMs: this.#armedForMs }
  }

  /** Resolves when nothing is being judged: what is judged from here on sees the campaigns as they are now. */
  async judged(): Promise<void> {
    await this.#looking
  }

  /** The clock was set back, or slots were opened again: everything is judged anew. */
  forget(): void {
    this.#judgedUntilMs = new WeakMap()
    this.#computed.clear()
  }

  /** The next slot of a campaign that will run, or null: none is left, or the campaign may not run now. */
  next(campaign: Campaign): Occurrence | null {
    return this.#nextAfter(campaign, this.#context.clock.nowMs())?.next ?? null
  }

  /** Null when the campaign may not run any more. */
  #nextAfter(campaign: Campaign, instantMs: number): Computed | null {
    const { floorMs, runsLeft } = this.#context
    return runsLeft(campaign) <= 0 ? null : this.#firstAfter(campaign, Math.max(instantMs, floorMs(campaign)))
  }

  #firstAfter(campaign: Campaign, afterMs: number): Computed {
    const known = this.#computed.get(campaign._id)
    const isKnown = known?.campaign === campaign
    if (isKnown && known.afterMs <= afterMs && known.nextMs > afterMs) return known
    const slots = isKnown ? known.slots : slotsOf(campaign.schedule_settings)
    const next = slots.next(afterMs)
    const computed = {
      campaign,
      slots,
      afterMs,
      next,
      nextMs: next === null ? Infinity : Date.parse(next.at)
    }
    this.#computed.set(campaign._id, computed)
    return computed
  }

  /** The slots after one instant, up to and including another: none, mostly, and then nothing is computed. */
  #slotsBetween(campaign: Campaign, afterMs: number, nowMs: number): readonly Occurrence[] {
    const { slots, next, nextMs } = this.#firstAfter(campaign, afterMs)
    return next === null || nextMs > nowMs ? [] : [next, ...slots.between(nextMs, nowMs)]
  }

  async #lookUntilQuiet(): Promise<void> {
    try {
      while (this.#lookAgain && this.#running) {
        this.#lookAgain = false
        this.#failed.clear()
        await Promise.all(this.#context.campaigns().map((campaign) => this.#judge(campaign)))
        this.#arm()
        this.#lookedAtMs = this.#context.clock.nowMs()
      }
    } catch (error) {
      this.#context.onError(error)
    } finally {
      // In the same turn in which nothing was asked for any more: a look that comes later begins anew.
      this.#looking = null
    }
  }

  async #judge(campaign: Campaign): Promise<void> {
    const { clock, floorMs, isOpen, hasBuffered, carryOut, onExhausted, onError } = this.#context
    const { _id } = campaign
    try {
      const isWaiting = () => hasBuffered(_id) && !isOpen(_id)
      const judge = (nowMs: number) =>
        judgeSlots({
          campaign,
          nowMs,
          due: this.#slotsBetween(
            campaign,
            Math.max(floorMs(campaign), this.#judgedUntilMs.get(campaign) ?? -Infinity),
            nowMs
          ),
          isSettled: this.#context.isSettled,
          isOpen: isOpen(_id),
          hasBuffered: hasBuffered(_id),
          isEmergency: this.#context.isEmergency(),
          runsLeft: this.#context.runsLeft(campaign)
        })
      const prepare = this.#context.prepare(campaign)
      if (prepare !== null && (isWaiting() || judge(clock.nowMs()).run !== null)) {
        await prepare()
        // What is judged after the wait is carried out at once: nothing can have changed in between.
        if (!this.#isStillOn(campaign)) return
      }
      if (isWaiting()) await this.#context.startBuffered(campaign)
      const nowMs = clock.nowMs()
      const verdicts = judge(nowMs)
      const { run, buffer, missed } = verdicts
      if (run !== null || buffer !== null || missed.length > 0) await carryOut(campaign, verdicts)
      this.#judgedUntilMs.set(campaign, nowMs)
      // Of the instant that was judged: a slot that came a moment after it is still to be judged.
      if (this.#isOver(campaign, nowMs) && !isOpen(_id) && !hasBuffered(_id)) await onExhausted(campaign)
    } catch (error) {
      this.#failed.add(_id)
      onError(error)
    }
  }

  #isOver(campaign: Campaign, instantMs: number): boolean {
    return (this.#nextAfter(campaign, instantMs)?.nextMs ?? Infinity) === Infinity
  }

  /** Not paused, edited or deleted since this look began; if it was, another look is on its way. */
  #isStillOn(campaign: Campaign): boolean {
    return this.#context.campaigns().includes(campaign)
  }

  /**
   * From where on the timer is for a campaign: from the instant that was judged, not from now. A slot between the two
   * (a timer may ring a millisecond early) would else be passed over.
   */
  #armFromMs(campaign: Campaign): number {
    const nowMs = this.#context.clock.nowMs()
    return this.#failed.has(campaign._id) ? nowMs : (this.#judgedUntilMs.get(campaign) ?? nowMs)
  }

  #arm(): void {
    this.#disarm?.()
    this.#disarm = null
    this.#armedForMs = null
    if (!this.#running) return
    const { clock, campaigns, armTimer } = this.#context
    const instants = campaigns()
      .map((campaign) => this.#nextAfter(campaign, this.#armFromMs(campaign))?.nextMs ?? Infinity)
      .filter(Number.isFinite)
    if (this.#failed.size > 0) instants.push(clock.nowMs() + RETRY_MS)
    if (instants.length === 0) return
    const earliestMs = instants.reduce((a, b) => Math.min(a, b))
    this.#armedForMs = earliestMs
    this.#disarm = armTimer(earliestMs, () => this.look())
  }
}
