import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { ChannelHealth, EngineHealth } from '../../shared/domain/health'
import type { ConnectionTest } from '../../shared/ipc/views'
import type { Channels } from '../channels/open-channels'
import type { Channel, Clock } from '../ports'
import type { ClockGap } from '../scheduler/clock-watch'
import { isoOf } from '../system-clock'

type Answer = ChannelHealth['last_answer']
type Test = ChannelHealth['last_test']

/** What happened last, since the start, of what nothing else remembers. */
export class VitalSigns {
  readonly #clock: Clock
  readonly #answers = new Map<ChannelId, Answer>()
  readonly #tests = new Map<ChannelId, Test>()
  #lastJump: EngineHealth['clock']['last_jump'] = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The same channels, each telling what its last answer was. */
  watched(channels: Channels): Channels {
    return perChannel((id): Channel => ({
      ...channels[id],
      send: async (request) => {
        const result = await channels[id].send(request)
        // Nobody has answered what never left.
        if (result.wait?.kind !== 'unreachable')
          this.#answers.set(id, { at: this.#now(), outcome: result.outcome.state })
        return result
      }
    }))
  }

  noteTest(channel: ChannelId, { outcome }: ConnectionTest): void {
    if (outcome !== 'not_set_up') this.#tests.set(channel, { at: this.#now(), passed: outcome !== 'failed' })
  }

  /** The same listener; jumps are noted on their way to it. */
  noting(onGap: (gap: ClockGap) => void): (gap: ClockGap) => void {
    return (gap) => {
      if (gap.jumpMs !== 0) this.#lastJump = { at: this.#now(), by_ms: Math.round(gap.jumpMs) }
      onGap(gap)
    }
  }

  /** Another gateway was chosen: what the one before answered says nothing about it. */
  forgetGateway(): void {
    this.#answers.clear()
    this.#tests.clear()
  }

  get lastJump(): EngineHealth['clock']['last_jump'] {
    return this.#lastJump
  }

  of(channel: ChannelId): { readonly last_answer: Answer; readonly last_test: Test } {
    return { last_answer: this.#answers.get(channel) ?? null, last_test: this.#tests.get(channel) ?? null }
  }

  #now(): string {
    return isoOf(this.#clock.nowMs())
  }
}
