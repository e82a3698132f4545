import type { Occurrence } from '../../../shared/domain/schedule'
import type { Campaign } from '../../../shared/domain/campaign'
import type { CampaignView } from '../../../shared/ipc/views'

export interface NextRun {
  readonly campaign: Campaign
  readonly occurrence: Occurrence
}

/** The next run of each campaign, the soonest first. */
export const nextRuns = (views: readonly CampaignView[]): NextRun[] =>
  views
    .flatMap(({ campaign, next }) => (next === null ? [] : [{ campaign, occurrence: next }]))
    .sort((one, other) => one.occurrence.at.localeCompare(other.occurrence.at))
