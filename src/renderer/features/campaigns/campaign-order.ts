import type { CampaignStatus } from '../../../shared/domain/campaign'
import type { CampaignView, EditorDraftNote } from '../../../shared/ipc/views'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'

/** What the list shows: one status, or everything that is not archived. */
export type StatusFilter = CampaignStatus | 'all'

const STATUS_ORDER: readonly CampaignStatus[] = ['active', 'paused', 'draft', 'completed', 'archived']

const rank = ({ campaign, open_run, next }: CampaignView): number => {
  if (open_run !== null) return -2
  return next !== null ? -1 : STATUS_ORDER.indexOf(campaign.status)
}

/** What is being sent comes first, then what runs next; the rest by status, the latest change first. */
export const byNextRun = (left: CampaignView, right: CampaignView): number =>
  rank(left) - rank(right) ||
  (left.next?.at ?? '').localeCompare(right.next?.at ?? '') ||
  right.campaign.updated_at.localeCompare(left.campaign.updated_at)

/** The campaigns to show, in order. */
export function shownCampaigns(
  campaigns: readonly CampaignView[],
  filter: StatusFilter,
  query: string
): readonly CampaignView[] {
  const words = queryWords(query)
  return campaigns
    .filter(({ campaign }) =>
      filter === 'all' ? campaign.status !== 'archived' : campaign.status === filter
    )
    .filter(({ campaign }) => holdsWords(foldText(campaign.name), words))
    .sort(byNextRun)
}

/** How many campaigns each status has, for the filter. */
export function statusCounts(campaigns: readonly CampaignView[]): ReadonlyMap<StatusFilter, number> {
  const counts = new Map<StatusFilter, number>([
    ['all', campaigns.filter(({ campaign }) => campaign.status !== 'archived').length]
  ])
  for (const status of STATUS_ORDER) {
    const count = campaigns.filter(({ campaign }) => campaign.status === status).length
    if (count > 0) counts.set(status, count)
  }
  return counts
}

/** What was typed for a campaign that is not in the list: a new one, or one that was deleted meanwhile. */
export const unfinishedOf = (
  notes: readonly EditorDraftNote[],
  campaigns: readonly CampaignView[]
): readonly EditorDraftNote[] => {
  const known = new Set(campaigns.map(({ campaign }) => campaign._id))
  return notes.filter(({ key }) => !known.has(key))
}
