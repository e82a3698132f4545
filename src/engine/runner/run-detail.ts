import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { DeliveryView } from '../../shared/domain/delivery'
import type { ChannelWait, RunDetail, RunSummary } from '../../shared/domain/run'
import { type ChannelLimits, NO_LIMITS } from '../../shared/domain/settings'
import { etaMs } from '../limits/eta'
import { goesOnMs, type Lane } from '../limits/lane'
import type { Lanes } from '../limits/lanes'
import type { FrozenContact } from '../ledger/ledger-record'
import { deliveryIdOf, type RunState } from '../ledger/run-state'
import type { Clock } from '../ports'
import { isoOf } from '../system-clock'
import type { RequestRate } from './request-rate'
import type { RunQueue } from './run-queue'

/** The channels that a run sends over, as all runs share them. */
export interface SharedChannels {
  readonly clock: Clock
  readonly lanes: Readonly<Record<ChannelId, Lane>>
  readonly limits: Readonly<Record<ChannelId, ChannelLimits>>
}

/** A run that is under way, with everything that says how it gets on. */
export interface LiveRun {
  readonly state: RunState
  readonly summary: RunSummary
  readonly queue: RunQueue
  readonly rate: RequestRate
  readonly channels: SharedChannels
  /** Nothing at all may be sent now. */
  readonly isHeld: boolean
}

export interface LiveRunContext {
  readonly clock: Clock
  readonly lanes: Lanes
  readonly limits: () => Readonly<Record<ChannelId, ChannelLimits>>
  readonly isHeld: () => boolean
}

/** An open run as it stands at this moment, with the channels of its gateway. */
export function liveRun(
  { state, queue, summary, rate }: Pick<LiveRun, 'state' | 'queue' | 'summary' | 'rate'>,
  { clock, lanes, limits, isHeld }: LiveRunContext
): LiveRun {
  const { id } = state.head.gateway
  const channels = {
    clock,
    lanes: lanes.of(id),
    // The practice gateway knows no limits, whatever those of the live ones are.
    limits: id === 'practice' ? perChannel(() => NO_LIMITS) : limits()
  }
  return { state, summary, queue, rate, channels, isHeld: isHeld() }
}

/** A run as the window shows it: every delivery, contact by contact in the order of the flow. */
export function detailOf(
  state: RunState,
  summary: RunSummary,
  waits: readonly ChannelWait[] = []
): RunDetail {
  const { text, flow } = state.head
  const deliveries = state.contacts.flatMap((contact) =>
    state.channelsOf(contact).map((channel) => deliveryView(state, contact, channel))
  )
  return { summary, text, flow, deliveries, waits }
}

/** One delivery as the window shows it. */
export function deliveryView(state: RunState, contact: FrozenContact, channel: ChannelId): DeliveryView {
  const { contact_id, name, addresses } = contact
  const { outcome, claimedBy, ...entry } = state.entry(contact_id, channel)
  return {
    ...outcome,
    ...entry,
    ...(claimedBy !== undefined && { claimed_by: claimedBy }),
    id: deliveryIdOf(state.head.run_id, contact_id, channel),
    contact_id,
    contact_name: name,
    channel,
    address: addresses[channel]?.to ?? ''
  }
}

/** What the channels of an open run wait for, and until when as far as that is known. */
export function waitsOf(run: LiveRun): ChannelWait[] {
  const { state } = run
  if (state.pause !== null) return []
  return state.head.flow
    .filter((channel) => state.count(channel, 'queued') > 0)
    .flatMap((channel) => waitOf(channel, run) ?? [])
}

/** When the limits of a channel will have let the last delivery of all runs go, epoch milliseconds. */
export function lastLeavesMs(channel: ChannelId, { clock, lanes, limits }: SharedChannels): number {
  const lane = lanes[channel]
  return etaMs({
    waiting: lane.queued,
    limits: limits[channel],
    usage: lane.usage,
    nowMs: clock.nowMs(),
    averageMs: lane.averageMs,
    inFlight: lane.inFlight
  })
}

function waitOf(channel: ChannelId, { state, queue, channels }: LiveRun): ChannelWait | null {
  const { clock, lanes } = channels
  const queued = state.count(channel, 'queued')
  const lane = lanes[channel]
  if (state.isChannelPaused(channel)) {
    const isHeld = channel === 'ai_call' && state.callsHeld !== null
    return { channel, queued, reason: isHeld ? 'approval' : 'errors' }
  }
  if (lane.hold !== null) {
    const untilMs = goesOnMs(lane.hold)
    return { channel, queued, reason: lane.hold.reason, ...(untilMs !== null && { until: isoOf(untilMs) }) }
  }
  const deferred = queue.deferredOn(channel)
  if (deferred.count > 0 && deferred.count >= queued) {
    return { channel, queued, reason: 'quiet_hours', until: isoOf(deferred.firstMs) }
  }
  const waitMs = lane.paceWaitMs
  const last = lastLeavesMs(channel, channels)
  if (waitMs === 0 && last <= clock.nowMs()) return null
  return {
    channel,
    queued,
    reason: 'limit',
    ...(waitMs > 0 && { until: isoOf(clock.nowMs() + waitMs) }),
    eta: isoOf(last)
  }
}
