import type { ChannelId } from '../../shared/domain/channel'
import type { ChannelWait, WaitReason } from '../../shared/domain/run'
import type { ChannelLimits } from '../../shared/domain/settings'
import { lastLeavesMs, type LiveRun } from '../runner/run-detail'

/** Nobody knows when these are over: they wait for the gateway, or for the operator. */
const OPEN_ENDED: ReadonlySet<WaitReason> = new Set<WaitReason>([
  'unreachable',
  'keychain_locked',
  'secret_missing',
  'errors',
  'approval',
  'paused'
])

/**
 * When the last delivery of a run is expected to be over, epoch milliseconds; null when that cannot be said, or nothing
 * is left. An estimate: as if nothing went wrong from now on.
 */
export function runEtaMs(run: LiveRun, waits: readonly ChannelWait[]): number | null {
  const { state, summary, isHeld } = run
  if (isHeld || summary.status !== 'running' || state.stop !== null) return null
  // One success is enough: a later channel is asked only where the ones before it failed, perhaps never.
  const isStrict = state.head.policies.delivery === 'first_success'
  const etas = state.head.flow
    .filter((channel) => state.count(channel, 'queued') + state.count(channel, 'sending') > 0)
    .filter((channel, index) => !isStrict || index === 0 || run.rate.lastMinute(channel) > 0)
    .map((channel) =>
      channelEtaMs(
        channel,
        run,
        waits.find((wait) => wait.channel === channel)
      )
    )
  if (etas.length === 0 || etas.includes(null)) return null
  return Math.max(...etas.map(Number))
}

function channelEtaMs(channel: ChannelId, run: LiveRun, wait: ChannelWait | undefined): number | null {
  const { state, queue, channels } = run
  const nowMs = channels.clock.nowMs()
  if (wait !== undefined && OPEN_ENDED.has(wait.reason)) return null
  if (state.count(channel, 'queued') === 0) return nowMs + channels.lanes[channel].averageMs
  const { lastMs } = queue.deferredOn(channel)
  if (wait?.eta !== undefined && isPaced(channels.limits[channel])) {
    return Math.max(Date.parse(wait.eta), lastMs)
  }
  const waitsForInstant = wait?.reason === 'quiet_hours' || wait?.reason === 'retry_after'
  const fromMs = waitsForInstant && wait.until !== undefined ? Date.parse(wait.until) : nowMs
  const takesMs = workMs(channel, run)
  if (takesMs === null) return waitsForInstant ? Math.max(fromMs, lastMs) : null
  return Math.max(fromMs + takesMs, lastMs)
}

/**
 * How long the queue of a channel takes once it may go. Limits are reckoned; without any it goes as fast as the gateway
 * answers, and the last minute knows that best. Null when neither says anything yet.
 */
function workMs(channel: ChannelId, { state, rate, channels }: LiveRun): number | null {
  const byLimitsMs = lastLeavesMs(channel, channels) - channels.clock.nowMs()
  const perSecond = rate.perSecond(channel)
  if (isPaced(channels.limits[channel])) return byLimitsMs
  if (perSecond > 0) return (state.count(channel, 'queued') / perSecond) * 1000
  return byLimitsMs > 0 ? byLimitsMs : null
}

const isPaced = ({ per_second, per_minute, per_hour, per_day, gap_max_s }: ChannelLimits): boolean =>
  per_second + per_minute + per_hour + per_day + gap_max_s > 0
