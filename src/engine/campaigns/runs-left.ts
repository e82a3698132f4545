import type { Campaign } from '../../shared/domain/campaign'
import type { RunIndex } from '../ports'

/** How many more runs `max_runs` allows a campaign; Infinity without it. Only runs that the schedule started count. */
export function runsLeftOf({ _id, schedule_settings: { max_runs } }: Campaign, index: RunIndex): number {
  if (max_runs === undefined) return Infinity
  const started = index
    .all()
    .filter(
      ({ campaign_id, status, trigger }) =>
        campaign_id === _id && status !== 'missed' && (trigger === 'schedule' || trigger === 'catch_up')
    )
  return max_runs - started.length
}
