import type { Campaign } from '../../shared/domain/campaign'
import { isOpen, type RunSummary } from '../../shared/domain/run'
import type { Occurrence } from '../../shared/domain/schedule'
import type { CampaignView } from '../../shared/ipc/views'

/** Puts beside each campaign what the list shows: its next slot, its last result, the run that is open. */
export function campaignViews(
  campaigns: readonly Campaign[],
  runs: readonly RunSummary[],
  nextOf: (campaign: Campaign) => Occurrence | null
): CampaignView[] {
  const lastRuns = new Map<string, RunSummary>()
  const openRuns = new Map<string, RunSummary>()
  for (const run of runs) {
    // Nobody got anything by a rehearsal, and it holds up nothing: it is no result of the campaign.
    if (run.trigger === 'rehearsal') continue
    if (isOpen(run)) openRuns.set(run.campaign_id, run)
    else if (!lastRuns.has(run.campaign_id)) lastRuns.set(run.campaign_id, run)
  }
  return campaigns.map((campaign) => ({
    campaign,
    next: nextOf(campaign),
    last_run: lastRuns.get(campaign._id) ?? null,
    open_run: openRuns.get(campaign._id) ?? null
  }))
}
