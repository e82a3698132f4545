import type { CalendarEntry } from '../../../shared/domain/calendar'
import { standsStill } from '../../../shared/domain/open-runs'
import { useStateStore } from '../../stores/state-store'
import { type EntryState, entryState } from './entry-state'

/** How an entry stands now: a run that is open may stand still, which its summary does not know. */
export function useEntryState(entry: CalendarEntry): EntryState {
  const { run } = entry
  const isStill = useStateStore(({ state }) => run !== null && state !== null && standsStill(run, state))
  const state = entryState(entry)
  return state === 'running' && isStill ? 'still' : state
}
