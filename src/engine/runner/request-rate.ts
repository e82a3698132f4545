import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { Clock } from '../ports'

const SLOT_MS = 1_000
const SLOTS = 60

/** How many requests of a run ended lately. Counts by the second, so that a minute of any traffic costs the same. */
export class RequestRate {
  readonly #clock: Pick<Clock, 'monotonicMs'>
  /** By channel: how many ended in each of the last seconds, and which second that was. */
  readonly #slots = perChannel(() => ({
    seconds: new Float64Array(SLOTS).fill(-Infinity),
    counts: new Uint32Array(SLOTS)
  }))

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock
  }

  /** A request has ended. */
  note(channel: ChannelId): void {
    const { seconds, counts } = this.#slots[channel]
    const second = this.#second()
    const slot = second % SLOTS
    counts[slot] = seconds[slot] === second ? (counts[slot] ?? 0) + 1 : 1
    seconds[slot] = second
  }

  /** How many ended in the last minute. */
  lastMinute(channel: ChannelId): number {
    return this.#look(channel).count
  }

  /** Requests a second while there were any in the last minute; 0 when there were none. */
  perSecond(channel: ChannelId): number {
    const { count, first } = this.#look(channel)
    return count === 0 ? 0 : count / (this.#second() - first + 1)
  }

  #look(channel: ChannelId): { readonly count: number; readonly first: number } {
    const { seconds, counts } = this.#slots[channel]
    const now = this.#second()
    let count = 0
    let first = now
    for (const [slot, second] of seconds.entries()) {
      if (second <= now - SLOTS) continue
      count += counts[slot] ?? 0
      first = Math.min(first, second)
    }
    return { count, first }
  }

  #second(): number {
    return Math.floor(this.#clock.monotonicMs() / SLOT_MS)
  }
}
