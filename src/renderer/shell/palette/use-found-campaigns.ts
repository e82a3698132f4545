import { useMemo } from 'react'
import type { RunSummary } from '../../../shared/domain/run'
import type { CampaignView } from '../../../shared/ipc/views'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { useRunsStore } from '../../stores/runs-store'
import { firstFound, type Found } from './first-found'

const MOST = 6

const noCampaigns: readonly CampaignView[] = []
const noRuns: readonly RunSummary[] = []

/** The first campaigns whose name the text finds: those in use before the archived, the latest change first. */
export function useFoundCampaigns(text: string): Found<CampaignView> {
  // While nothing is typed, no change of the list concerns anybody.
  const campaigns = useCampaignsStore((state) => (text.trim() === '' ? noCampaigns : state.campaigns))
  const ordered = useMemo(() => [...campaigns].sort(byUse), [campaigns])
  return useMemo(() => firstFound(ordered, text, ({ campaign }) => campaign.name, MOST), [ordered, text])
}

/** The newest runs whose campaign's name the text finds. */
export function useFoundRuns(text: string): Found<RunSummary> {
  const runs = useRunsStore((state) => (text.trim() === '' ? noRuns : state.runs))
  return useMemo(() => firstFound(runs, text, (run) => run.campaign_name, MOST), [runs, text])
}

const isArchived = ({ campaign }: CampaignView): number => (campaign.status === 'archived' ? 1 : 0)

const byUse = (left: CampaignView, right: CampaignView): number =>
  isArchived(left) - isArchived(right) || right.campaign.updated_at.localeCompare(left.campaign.updated_at)
