import { CHANNEL_IDS, type ChannelId, perChannel } from '../../shared/domain/channel'
import { type ChannelLimits, type GatewayId, NO_LIMITS } from '../../shared/domain/settings'
import type { ChannelView } from '../../shared/ipc/views'
import type { Clock, Timers } from '../ports'
import { isoOf } from '../system-clock'
import { goesOnMs, Lane, type LaneContext, type LaneHold } from './lane'
import { Pace } from './pace'

export interface LanesContext {
  readonly clock: Clock
  readonly timers: Timers
  readonly limits: () => Readonly<Record<ChannelId, ChannelLimits>>
  readonly isHeld: () => boolean
  /** Why the secrets of the chosen gateway cannot be used, or null. */
  readonly secretWait: LaneContext['secretWait']
  readonly onHold: (channel: ChannelId, hold: LaneHold | null) => void
  /** Draws the random gaps, 0 to 1. */
  readonly random?: (() => number) | undefined
}

type PerChannel = Readonly<Record<ChannelId, Lane>>

/** The channels of the live gateways, and those of the practice gateway, which has no limits and counts for none. */
export class Lanes {
  readonly #live: PerChannel
  readonly #practice: PerChannel
  readonly #paces: Readonly<Record<ChannelId, Pace>>
  readonly #clock: Clock

  constructor({ clock, timers, limits, isHeld, secretWait, onHold, random }: LanesContext) {
    this.#clock = clock
    const laneOf = (channel: ChannelId, own: Pick<LaneContext, 'pace' | 'limits' | 'secretWait'>) =>
      new Lane({ clock, timers, isHeld, onHold: (hold) => onHold(channel, hold), ...own })
    this.#paces = perChannel((channel) => new Pace(clock, () => limits()[channel], random))
    this.#live = perChannel((channel) =>
      laneOf(channel, { pace: this.#paces[channel], limits: () => limits()[channel], secretWait })
    )
    const none = () => NO_LIMITS
    this.#practice = perChannel((channel) =>
      laneOf(channel, { pace: new Pace(clock, none), limits: none, secretWait: () => null })
    )
  }

  of(gateway: GatewayId): PerChannel {
    return gateway === 'practice' ? this.#practice : this.#live
  }

  /** What left through live gateways before this start of the app, epoch milliseconds. */
  remember(channel: ChannelId, instantsMs: readonly number[]): void {
    this.#paces[channel].remember(instantsMs)
  }

  /** Something has changed that could let deliveries go. */
  pump(): void {
    for (const lane of this.#all()) lane.pump()
  }

  /** The clock was set back by so much (negative milliseconds). */
  clockSetBack(byMs: number): void {
    for (const channel of CHANNEL_IDS) this.#paces[channel].cutFuture()
    for (const lane of this.#all()) lane.cutFuture(byMs)
  }

  /** Another gateway is chosen: no channel waits for the one before any more. */
  forgetHolds(): void {
    for (const lane of Object.values(this.#live)) lane.forgetHold()
  }

  /** What was out of reach over the old network may be in reach over the new one. */
  networkChanged(): void {
    for (const lane of this.#all()) if (lane.hold?.reason === 'unreachable') lane.tryNow()
  }

  tryNow(gateway: GatewayId, channel: ChannelId): void {
    this.of(gateway)[channel].tryNow()
  }

  /** How the channels of a gateway stand, for the window. */
  views(gateway: GatewayId): ChannelView[] {
    return CHANNEL_IDS.map((channel) => this.#view(channel, this.of(gateway)[channel]))
  }

  /** The mean duration of a request on each channel of a gateway; 0 where none is known. */
  averagesMs(gateway: GatewayId): Record<ChannelId, number> {
    return perChannel((channel) => this.of(gateway)[channel].averageMs)
  }

  stop(): void {
    for (const lane of this.#all()) lane.stop()
  }

  #all(): Lane[] {
    return [...Object.values(this.#live), ...Object.values(this.#practice)]
  }

  #view(channel: ChannelId, lane: Lane): ChannelView {
    const { hold, queued } = lane
    if (hold !== null) {
      const untilMs = goesOnMs(hold)
      return { channel, state: hold.reason, ...(untilMs !== null && { until: isoOf(untilMs) }), queued }
    }
    const waitMs = queued > 0 ? lane.paceWaitMs : 0
    if (waitMs === 0) return { channel, state: 'ready', queued }
    return { channel, state: 'limited', until: isoOf(this.#clock.nowMs() + waitMs), queued }
  }
}
