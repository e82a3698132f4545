import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import type { FinalState } from '../../shared/domain/delivery'

export const FINAL_STATES = ['sent', 'failed', 'unknown', 'skipped'] as const satisfies readonly FinalState[]

/** Every zone of today is some quarters of an hour from UTC, so a quarter lies in one local day whatever the zone. */
const QUARTER_MS = 900_000

const CELLS = CHANNEL_IDS.length * FINAL_STATES.length

const cellOf = (channel: ChannelId, state: FinalState): number =>
  CHANNEL_IDS.indexOf(channel) * FINAL_STATES.length + FINAL_STATES.indexOf(state)

/** How many deliveries came to which end on which channel, by the quarter of an hour in which they did. */
export class Tally {
  readonly #quarters = new Map<number, Int32Array>()

  /** @param by a negative one takes back what was counted */
  add(atMs: number, channel: ChannelId, state: FinalState, by: 1 | -1): void {
    const quarter = Math.floor(atMs / QUARTER_MS)
    let counts = this.#quarters.get(quarter)
    if (counts === undefined) {
      counts = new Int32Array(CELLS)
      this.#quarters.set(quarter, counts)
    }
    const cell = cellOf(channel, state)
    counts[cell] = (counts[cell] ?? 0) + by
  }

  /** When each quarter begins, epoch milliseconds, and what it counts. */
  *quarters(): Generator<readonly [number, QuarterCounts]> {
    for (const [quarter, counts] of this.#quarters) {
      yield [quarter * QUARTER_MS, (channel, state) => counts[cellOf(channel, state)] ?? 0]
    }
  }
}

type QuarterCounts = (channel: ChannelId, state: FinalState) => number
