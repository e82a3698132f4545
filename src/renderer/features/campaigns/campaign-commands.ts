import i18next from 'i18next'
import type { Campaign, CampaignStatus } from '../../../shared/domain/campaign'
import { deleteCampaign, saveCampaign, setCampaignStatus } from '../../stores/campaigns-store'
import { askToConfirm } from '../../ui/confirm-dialog'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { copyOf } from './campaign-values'

const DONE = {
  active: 'toasts.activated',
  paused: 'toasts.paused',
  completed: 'toasts.completed',
  archived: 'toasts.archived',
  draft: 'toasts.draft'
} as const satisfies Record<CampaignStatus, string>

/** Moves a campaign to another status and says how that went. */
export async function changeStatus({ _id, name }: Campaign, status: CampaignStatus): Promise<void> {
  const moved = reportFailure(await setCampaignStatus(_id, status))
  if (moved.ok) showToast({ message: i18next.t(DONE[status], { ns: 'campaigns', name }) })
}

/** Saves a copy as a draft. Resolves to its id, or null when that failed. */
export async function duplicate(campaign: Campaign): Promise<string | null> {
  const name = i18next.t('copy_name', { ns: 'campaigns', name: campaign.name })
  const saved = reportFailure(await saveCampaign(copyOf(campaign, name)))
  if (!saved.ok) return null
  showToast({ message: i18next.t('toasts.duplicated', { ns: 'campaigns', name }) })
  return saved.value.campaign._id
}

/** Deletes after a yes; the history of its runs stays. */
export async function confirmAndDelete({ _id, name }: Campaign): Promise<void> {
  const agreed = await askToConfirm({
    title: i18next.t('delete.title', { ns: 'campaigns', name }),
    body: i18next.t('delete.body', { ns: 'campaigns' }),
    confirm: i18next.t('delete.confirm', { ns: 'campaigns' }),
    danger: true
  })
  if (!agreed) return
  const deleted = reportFailure(await deleteCampaign(_id))
  if (deleted.ok) showToast({ message: i18next.t('toasts.deleted', { ns: 'campaigns', name }) })
}
