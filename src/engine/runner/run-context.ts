import type { ChannelId } from '../../shared/domain/channel'
import type { ReasonCode } from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'
import type { Alert } from '../../shared/domain/alert'
import type { Lane } from '../limits/lane'
import type { Channel, Clock, FrozenGateway, Log, Timers } from '../ports'
import type { MessageTexts } from '../messages/message-texts'

/** A delivery that is about to leave. */
export interface Sendable {
  readonly deliveryId: string
  readonly contactId: string
  readonly channel: ChannelId
  readonly address: string
  readonly gateway: FrozenGateway
  /** The campaign's zone, for a contact without one. */
  readonly timezone: string
}

/** What a run asks of the rest of the engine. */
export interface RunContext {
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly texts: MessageTexts
  /** The channels as all runs of the run's gateway share them. */
  readonly lanes: Readonly<Record<ChannelId, Lane>>
  /** The gateway to use now: the frozen one, but the practice gateway has another port at every start. */
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  /** Nothing at all may be sent now: pause, emergency stop, a clock in doubt. */
  readonly isHeld: () => boolean
  /** Why a frozen contact may not be sent to any more, looked up at the moment of sending. */
  readonly obstacle: (delivery: Sendable) => ReasonCode | null
  /** Until when quiet hours hold a delivery back (epoch milliseconds); null when they do not. */
  readonly quietUntilMs: (delivery: Sendable) => number | null
  /** The request leaves now: from here on the person counts as reached ... */
  readonly onLeave: (delivery: Sendable) => void
  /** ... unless it turns out that certainly nothing arrived. */
  readonly onNotReached: (delivery: Sendable) => void
  /** Aborted when requests under way must end at once. */
  readonly abort: AbortSignal
  readonly onChange: (summary: RunSummary) => void
  readonly alert: (alert: Alert) => void
}
