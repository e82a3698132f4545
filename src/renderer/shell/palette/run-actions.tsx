import type { SpotlightActionData } from '@mantine/spotlight'
import type { TFunction } from 'i18next'
import type { RunSummary } from '../../../shared/domain/run'
import type { CampaignView } from '../../../shared/ipc/views'
import { openPage } from '../../stores/navigation-store'
import { formatDateTime } from '../../../shared/text/date-format'
import { PAGE_ICONS } from '../page-icons'

type T = TFunction<['palette', 'common']>

const ICON_SIZE = 18
const CampaignIcon = PAGE_ICONS.campaigns
const RunIcon = PAGE_ICONS.runs

/** Opens each of these campaigns. */
export const campaignActions = (t: T, campaigns: readonly CampaignView[]): SpotlightActionData[] =>
  campaigns.map(({ campaign }) => ({
    id: `campaign-${campaign._id}`,
    label: t('open', { name: campaign.name }),
    description: t('campaign_is', { status: t(`common:campaign_status.${campaign.status}`) }),
    leftSection: <CampaignIcon size={ICON_SIZE} stroke={1.6} aria-hidden />,
    onClick: () => void openPage('campaigns', { campaign_id: campaign._id })
  }))

/** Opens each of these runs; their campaign, time and status tell them apart. */
export const runActions = (
  t: T,
  runs: readonly RunSummary[],
  zone: string,
  language: string
): SpotlightActionData[] =>
  runs.map((run) => {
    const at = run.started_at ?? run.slot?.at
    const status = t(`common:run_status.${run.status}`)
    const when = at === undefined ? '' : formatDateTime(new Date(at), zone, language, new Date())
    return {
      id: `run-${run.id}`,
      label: t('open', { name: run.campaign_name }),
      description: [t('run'), when, status].filter((part) => part !== '').join(' · '),
      leftSection: <RunIcon size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('runs', { run_id: run.id })
    }
  })
