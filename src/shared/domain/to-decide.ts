import type { ChannelView } from '../ipc/views'
import type { RunSummary } from './run'

/** Does this run wait for a word of the operator: missed and not skipped, paused, or holding unknown deliveries? */
function waitsForOperator({ status, dismissed_at, counts, paused_channels }: RunSummary): boolean {
  if (status === 'missed') return dismissed_at === undefined
  return status === 'paused' || paused_channels.length > 0 || counts.unknown > 0
}

/** The runs that wait for a word of the operator, by what is asked about them. One run may wait for several. */
export const runsToDecide = (runs: readonly RunSummary[]) => ({
  missed: runs.filter(({ status, dismissed_at }) => status === 'missed' && dismissed_at === undefined),
  paused: runs.filter(({ status }) => status === 'paused'),
  standingStill: runs.filter(({ paused_channels }) => paused_channels.length > 0),
  unknown: runs.filter(({ counts }) => counts.unknown > 0)
})

/** Channels that wait for their gateway, whether they go on by themselves or not. */
export const waitingChannels = (channels: readonly ChannelView[]): readonly ChannelView[] =>
  channels.filter(({ state }) => state !== 'ready' && state !== 'limited')

/** How many runs, and channels that do not go on by themselves, wait for a word of the operator. */
export const toDecide = (runs: readonly RunSummary[], channels: readonly ChannelView[]): number =>
  runs.filter(waitsForOperator).length + channels.filter(({ state }) => state === 'paused').length
