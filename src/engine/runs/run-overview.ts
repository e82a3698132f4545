import { textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { RunOverview, RunSummary } from '../../shared/domain/run'
import type { RunState } from '../ledger/run-state'
import { type LiveRun, waitsOf } from '../runner/run-detail'
import { isoOf } from '../system-clock'
import { messageOf } from '../messages/frozen-message'
import { runEtaMs } from './run-eta'

/** A run that never began, or of which nothing is left to read. */
export const emptyOverview = (summary: RunSummary): RunOverview => ({
  summary,
  texts: {},
  placeholders: false,
  flow: [],
  by_channel: {},
  ...STANDSTILL
})

/** A run that is over. */
export function overviewOf(state: RunState, summary: RunSummary): RunOverview {
  const { flow } = state.head
  const message = messageOf(state.head)
  return {
    summary,
    texts: byChannel(flow, (channel) => textOf(message, channel)),
    placeholders: message.placeholders,
    flow,
    by_channel: byChannel(flow, (channel) => state.countsOn(channel)),
    ...STANDSTILL
  }
}

/** A run that is under way. */
export function liveOverview(run: LiveRun): RunOverview {
  const { state, summary, rate } = run
  const waits = waitsOf(run)
  const etaMs = runEtaMs(run, waits)
  return {
    ...overviewOf(state, summary),
    waits,
    per_minute: state.head.flow.reduce((sum, channel) => sum + rate.lastMinute(channel), 0),
    eta: etaMs === null ? null : isoOf(etaMs)
  }
}

const STANDSTILL = { waits: [], per_minute: 0, eta: null }

const byChannel = <T>(
  flow: readonly ChannelId[],
  value: (channel: ChannelId) => T
): Partial<Record<ChannelId, T>> => Object.fromEntries(flow.map((channel) => [channel, value(channel)]))
