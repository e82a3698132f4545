import type { AppError } from '../../shared/app-error'
import { type Campaign, hasAudience } from '../../shared/domain/campaign'
import { isKnownZone } from '../../shared/domain/primitives'
import { nextOccurrence } from '../scheduler/occurrences/occurrences'

/**
 * What keeps a campaign from being activated now, or null. A schedule without a slot ahead would be a campaign that
 * looks active and never sends.
 */
export function activationObstacle(campaign: Campaign, nowMs: number, runsLeft: number): AppError | null {
  const { schedule_settings: schedule } = campaign
  if (!hasAudience(campaign)) return { code: 'no_contacts' }
  if (!isKnownZone(schedule.timezone)) return { code: 'zone_unknown' }
  if (runsLeft <= 0) return { code: 'no_future_slot' }
  if (nextOccurrence(schedule, nowMs) !== null) return null
  return { code: schedule.frequency === 'once' ? 'start_time_past' : 'no_future_slot' }
}
