import type { Campaign } from '../../shared/domain/campaign'
import type { RunIndex } from '../ports'
import { countsForMaximum } from '../retention/forgettable-runs'

/**
 * How many more runs `max_runs` allows a campaign; Infinity without it. Only runs that the schedule started count, those
 * that were removed for their age too.
 */
export function runsLeftOf(
  { _id, forgotten, schedule_settings: { max_runs } }: Campaign,
  index: RunIndex
): number {
  if (max_runs === undefined) return Infinity
  const until = forgotten?.until ?? ''
  const started = index
    .all()
    .filter((run) => run.campaign_id === _id && countsForMaximum(run) && (run.slot?.at ?? '') > until)
  return max_runs - started.length - (forgotten?.runs ?? 0)
}
