import type { ChannelView } from '../ipc/views'
import type { RunSummary } from './run'

/** Does this run wait for a word of the operator: missed and not skipped, paused, or holding unknown deliveries? */
function waitsForOperator({ status, dismissed_at, counts, paused_channels }: RunSummary): boolean {
  if (status === 'missed') return dismissed_at === undefined
  return status === 'paused' || paused_channels.length > 0 || counts.unknown > 0
}

/** How many runs, and channels that do not go on by themselves, wait for a word of the operator. */
export const toDecide = (runs: readonly RunSummary[], channels: readonly ChannelView[]): number =>
  runs.filter(waitsForOperator).length + channels.filter(({ state }) => state === 'paused').length
