import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence } from '../../shared/domain/schedule'

/** The campaigns that will run, each with its next slot. */
export const upcomingSlots = (
  campaigns: readonly Campaign[],
  nextOf: (campaign: Campaign) => Occurrence | null
) =>
  campaigns.flatMap((campaign) => {
    const occurrence = nextOf(campaign)
    return occurrence === null ? [] : [{ campaign, occurrence }]
  })
