import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'
import { occurrencesAfter } from '../scheduler/occurrences/occurrences'
import { slotRunId } from '../scheduler/slot-run-id'
import type { CalendarContext } from './calendar'

/** A slot that will run, as things stand. */
export interface NextRun {
  readonly campaign_id: string
  readonly campaign_name: string
  readonly occurrence: Occurrence
}

export interface NextRunsContext extends Omit<CalendarContext, 'current'> {
  readonly nextOf: (campaign: Campaign) => Occurrence | null
}

/**
 * The runs that come first, over all campaigns, ascending. Only the campaigns whose next slots are the earliest can have
 * one of them, so a thousand campaigns cost no more than their next slots, which are known.
 */
export function nextRuns(context: NextRunsContext, count: number): readonly NextRun[] {
  const firsts = context.campaigns().flatMap((campaign) => {
    const next = context.nextOf(campaign)
    return next === null ? [] : [{ campaign, at: next.at }]
  })
  return firsts
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(0, count)
    .flatMap(({ campaign }) => slotsOf(context, campaign, count))
    .sort((a, b) => (a.occurrence.at < b.occurrence.at ? -1 : a.occurrence.at > b.occurrence.at ? 1 : 0))
    .slice(0, count)
}

function slotsOf(context: NextRunsContext, campaign: Campaign, count: number): NextRun[] {
  const { clock, floorMs, index, runsLeft } = context
  const most = Math.min(count, runsLeft(campaign))
  const found: NextRun[] = []
  const slots = occurrencesAfter(campaign.schedule_settings, Math.max(clock.nowMs(), floorMs(campaign)))
  for (const occurrence of slots) {
    if (found.length >= most) break
    if (index.find(slotRunId(campaign._id, occurrence)) !== undefined) continue
    found.push({ campaign_id: campaign._id, campaign_name: campaign.name, occurrence })
  }
  return found
}
