import type { ChannelId } from '../../../shared/domain/channel'
import type { RunSummary } from '../../../shared/domain/run'
import { runsToDecide, waitingChannels } from '../../../shared/domain/to-decide'
import type { AppState, StorageProblem, Warning } from '../../../shared/ipc/views'

type Coming = Extract<Warning, { kind: 'gateway_down' | 'asleep_likely' }>

/** One thing that needs a look. Runs that wait for the same word are one thing. */
export type AttentionItem =
  | { readonly kind: 'storage_problem'; readonly problem: StorageProblem }
  | { readonly kind: 'emergency' | 'clock' | 'paused_all' }
  | { readonly kind: RunsKind; readonly runs: readonly RunSummary[] }
  | { readonly kind: 'channels'; readonly channels: readonly ChannelId[] }
  | { readonly kind: Coming['kind']; readonly warnings: readonly Coming[] }
  | { readonly kind: 'storage_failed'; readonly file: string }
  | { readonly kind: 'disk_low'; readonly free_bytes: number }
  | { readonly kind: 'backup_failed' }

export type RunsKind = 'paused' | 'standing_still' | 'missed' | 'unknown'

/** Everything that needs a look, what holds up most first. */
export function attentionItems(runs: readonly RunSummary[], state: AppState): AttentionItem[] {
  const { missed, paused, standingStill, unknown } = runsToDecide(runs)
  const ofRuns = (kind: RunsKind, some: readonly RunSummary[]): AttentionItem[] =>
    some.length === 0 ? [] : [{ kind, runs: some }]
  const waiting = waitingChannels(state.channels).map(({ channel }) => channel)
  return [
    ...state.storage_problems.map((problem) => ({ kind: 'storage_problem' as const, problem })),
    ...(state.emergency_stop === null ? [] : [{ kind: 'emergency' as const }]),
    ...(state.clock_hold === null ? [] : [{ kind: 'clock' as const }]),
    ...(state.paused_all ? [{ kind: 'paused_all' as const }] : []),
    ...ofRuns('paused', paused),
    ...ofRuns('standing_still', standingStill),
    ...(waiting.length === 0 ? [] : [{ kind: 'channels' as const, channels: waiting }]),
    ...ofRuns('missed', missed),
    ...ofRuns('unknown', unknown),
    ...coming('gateway_down', state.warnings),
    ...state.warnings.flatMap((warning) =>
      warning.kind === 'storage_failed' ? [{ kind: warning.kind, file: warning.file }] : []
    ),
    ...state.warnings.flatMap((warning) => (warning.kind === 'disk_low' ? [warning] : [])),
    ...state.warnings.flatMap(({ kind }) => (kind === 'backup_failed' ? [{ kind }] : [])),
    ...coming('asleep_likely', state.warnings)
  ]
}

function coming(kind: Coming['kind'], all: readonly Warning[]): AttentionItem[] {
  const warnings = all.filter((warning): warning is Coming => warning.kind === kind)
  return warnings.length === 0 ? [] : [{ kind, warnings }]
}
