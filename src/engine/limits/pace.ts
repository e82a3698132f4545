import type { ChannelLimits } from '../../shared/domain/settings'
import type { Clock } from '../ports'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * Two requests that leave a second apart can arrive a little closer: a limit that the gateway must never see broken
 * keeps this much more distance.
 */
const JITTER_MS = 75

/** A message that left; `elapsedMs` is missing for those of an earlier start of the app. */
interface Departure {
  wallMs: number
  elapsedMs: number | null
}

/** The right to send one message now. */
export interface Permit {
  /** The request leaves at this moment: what the limits count from. */
  leave(): void
  /** Nothing was sent after all. */
  cancel(): void
}

/**
 * The limits of one channel: sliding windows and a random gap. Windows of up to a minute are measured with the clock
 * that never jumps; hours and days with the wall clock, because they outlive sleep and restarts.
 */
export class Pace {
  readonly #clock: Clock
  readonly #limits: () => ChannelLimits
  readonly #random: () => number
  /** Ascending, of the last day. */
  #departures: Departure[] = []
  #nextByGapMs = -Infinity

  constructor(clock: Clock, limits: () => ChannelLimits, random: () => number = Math.random) {
    this.#clock = clock
    this.#limits = limits
    this.#random = random
  }

  /** What left before this start of the app, epoch milliseconds. */
  remember(instantsMs: readonly number[]): void {
    const earlier = instantsMs.map((wallMs): Departure => ({ wallMs, elapsedMs: null }))
    this.#departures = [...earlier, ...this.#departures].sort((a, b) => a.wallMs - b.wallMs)
    this.cutFuture()
  }

  /** The clock was set back: what lies in the future now counts as of now, or it would hold the channel for days. */
  cutFuture(): void {
    const nowMs = this.#clock.nowMs()
    for (const departure of this.#departures) departure.wallMs = Math.min(departure.wallMs, nowMs)
  }

  /** Milliseconds until a message may leave; 0 when one may leave now. */
  waitMs(): number {
    const { per_second, per_minute, per_hour, per_day } = this.#limits()
    this.#forgetOld()
    return Math.max(
      0,
      this.#nextByGapMs - this.#clock.monotonicMs(),
      this.#windowWaitMs(per_second, SECOND_MS + JITTER_MS),
      this.#windowWaitMs(per_minute, MINUTE_MS + JITTER_MS),
      this.#windowWaitMs(per_hour, HOUR_MS),
      this.#windowWaitMs(per_day, DAY_MS)
    )
  }

  /** Takes the next place. Ask `waitMs` first. */
  take(): Permit {
    const departure: Departure = { wallMs: this.#clock.nowMs(), elapsedMs: this.#clock.monotonicMs() }
    this.#departures.push(departure)
    // Nobody else may leave before it is known when this one did.
    const gapBefore = this.#nextByGapMs
    this.#nextByGapMs = (departure.elapsedMs ?? 0) + this.#gapMs()
    return {
      leave: () => {
        departure.wallMs = this.#clock.nowMs()
        departure.elapsedMs = this.#clock.monotonicMs()
        // Another one may have been waiting for the disk for longer: the windows want the order of leaving.
        this.#departures.splice(this.#departures.lastIndexOf(departure), 1)
        this.#departures.push(departure)
        this.#nextByGapMs = departure.elapsedMs + this.#gapMs()
      },
      cancel: () => {
        this.#departures = this.#departures.filter((each) => each !== departure)
        this.#nextByGapMs = gapBefore
      }
    }
  }

  /** When messages left in the last day, epoch milliseconds, ascending. */
  get usage(): readonly number[] {
    return this.#departures.map(({ wallMs }) => wallMs)
  }

  #gapMs(): number {
    const { gap_min_s, gap_max_s } = this.#limits()
    return (gap_min_s + this.#random() * (gap_max_s - gap_min_s)) * SECOND_MS
  }

  #windowWaitMs(limit: number, windowMs: number): number {
    if (limit === 0) return 0
    const oldest = this.#departures.at(-limit)
    return oldest === undefined ? 0 : windowMs - this.#ageMs(oldest, windowMs)
  }

  #ageMs({ wallMs, elapsedMs }: Departure, windowMs: number): number {
    const isShort = windowMs <= MINUTE_MS + JITTER_MS
    return isShort && elapsedMs !== null
      ? this.#clock.monotonicMs() - elapsedMs
      : this.#clock.nowMs() - wallMs
  }

  #forgetOld(): void {
    const beforeMs = this.#clock.nowMs() - DAY_MS
    const elapsedBeforeMs = this.#clock.monotonicMs() - 2 * MINUTE_MS
    const isOld = ({ wallMs, elapsedMs }: Departure) =>
      wallMs < beforeMs && (elapsedMs === null || elapsedMs < elapsedBeforeMs)
    let old = 0
    for (let first = this.#departures[0]; first !== undefined && isOld(first); first = this.#departures[old])
      old += 1
    if (old > 0) this.#departures.splice(0, old)
  }
}
