import type { ChannelLimits } from '../../shared/domain/settings'

const MOST_IN_FLIGHT = 32

export interface EtaInput {
  /** Deliveries of all runs that wait for the channel. */
  readonly waiting: number
  readonly limits: ChannelLimits
  /** When messages left in the last day, epoch milliseconds, ascending. */
  readonly usage: readonly number[]
  readonly nowMs: number
  /** The mean duration of a request; 0 when nothing is known. */
  readonly averageMs: number
  readonly inFlight: number
}

/**
 * When the last waiting delivery of a channel is expected to leave, epoch milliseconds; its answer comes a request
 * later. An estimate: the strictest of the limits, each taken by itself, as if nothing went wrong and nobody else
 * joined. Together they may take longer, by about the longest window.
 */
export function etaMs({ waiting, limits, usage, nowMs, averageMs, inFlight }: EtaInput): number {
  if (waiting <= 0) return nowMs
  const { per_second, per_minute, per_hour, per_day, gap_min_s, gap_max_s } = limits
  const concurrency = limits.concurrency === 0 ? MOST_IN_FLIGHT : limits.concurrency
  const free = Math.max(0, concurrency - inFlight)
  const windowed = (limit: number, windowMs: number) =>
    limit === 0 ? nowMs : lastByWindow(waiting, limit, windowMs, usage, nowMs)
  return Math.max(
    windowed(per_second, 1_000),
    windowed(per_minute, 60_000),
    windowed(per_hour, 3_600_000),
    windowed(per_day, 86_400_000),
    nowMs + ((gap_min_s + gap_max_s) / 2) * 1000 * waiting,
    nowMs + (Math.max(0, waiting - free) * averageMs) / concurrency
  )
}

/** Under one window alone, messages leave in bursts of `limit`: each leaves a window after the one `limit` before it. */
function lastByWindow(
  waiting: number,
  limit: number,
  windowMs: number,
  usage: readonly number[],
  nowMs: number
): number {
  const inWindow = usage.filter((atMs) => atMs > nowMs - windowMs).slice(-limit)
  const burst = waiting % limit === 0 ? limit : waiting % limit
  const rounds = (waiting - burst) / limit
  // The place that the last message takes: free at once, or when the message that holds it now leaves the window.
  const held = inWindow[burst - 1 - (limit - inWindow.length)]
  const firstMs = held === undefined ? nowMs : Math.max(nowMs, held + windowMs)
  return firstMs + rounds * windowMs
}
