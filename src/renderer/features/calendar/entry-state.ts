import type { CalendarEntry } from '../../../shared/domain/calendar'
import type { RunSummary } from '../../../shared/domain/run'

/**
 * How an entry stands, as the operator thinks of it. `still`: open, and nothing of it goes out before somebody has said so.
 * `all_sent`, `sent`: without and with people who were skipped.
 */
export type EntryState =
  | 'planned'
  | 'left_out'
  | 'missed'
  | 'dismissed'
  | 'waiting'
  | 'running'
  | 'still'
  | 'paused'
  | 'all_sent'
  | 'sent'
  | 'failures'
  | 'unclear'
  | 'stopped'
  | 'nothing'

/** What the entry itself says; `useEntryState` knows more of one that is running. */
export function entryState({ kind, run }: CalendarEntry): EntryState {
  if (run === null) return kind === 'left_out' ? 'left_out' : 'planned'
  switch (run.status) {
    case 'missed':
      return run.dismissed_at === undefined ? 'missed' : 'dismissed'
    case 'buffered':
      return 'waiting'
    case 'running':
    case 'paused':
      return run.status
    case 'finished':
      return outcomeOf(run)
  }
}

function outcomeOf({ counts, stop }: RunSummary): EntryState {
  if (counts.failed > 0) return 'failures'
  if (counts.unknown > 0) return 'unclear'
  if (stop !== undefined) return 'stopped'
  if (counts.sent === 0) return 'nothing'
  return counts.skipped > 0 ? 'sent' : 'all_sent'
}

/** The same for a slot from its plan to its run, so that what is open stays open when it begins. */
export const entryKey = ({ campaign_id, occurrence, run }: CalendarEntry): string =>
  occurrence === null ? (run?.id ?? campaign_id) : `${campaign_id} ${occurrence.nominal} ${occurrence.zone}`
