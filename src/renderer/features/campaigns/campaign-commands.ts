import i18next from 'i18next'
import { type Campaign, CAMPAIGN_NAME_LIMIT, type CampaignStatus } from '../../../shared/domain/campaign'
import { loa } from '../../api'
import { deleteCampaign, saveCampaign, setCampaignStatus } from '../../stores/campaigns-store'
import { dropEditorDraft, keepEditorDraft, loadEditorDrafts } from '../../stores/editor-drafts-store'
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

/** Moves a campaign to another status and says how that went. Resolves to whether it was moved. */
export async function changeStatus({ _id, name }: Campaign, status: CampaignStatus): Promise<boolean> {
  const moved = reportFailure(await setCampaignStatus(_id, status))
  if (moved.ok) showToast({ message: () => i18next.t(DONE[status], { ns: 'campaigns', name }) })
  return moved.ok
}

/** A copy's name, no longer than a name may be. */
function copyName(name: string): string {
  const named = (of: string) => i18next.t('copy_name', { ns: 'campaigns', name: of })
  return named(name.slice(0, CAMPAIGN_NAME_LIMIT - named('').length))
}

/** Saves a copy as a draft. Resolves to its id, or null when that failed. */
export async function duplicate(campaign: Campaign): Promise<string | null> {
  const name = copyName(campaign.name)
  const saved = reportFailure(await saveCampaign(copyOf(campaign, name)))
  if (!saved.ok) return null
  showToast({ message: () => i18next.t('toasts.duplicated', { ns: 'campaigns', name }) })
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
  if (!deleted.ok) return
  showToast({ message: () => i18next.t('toasts.deleted', { ns: 'campaigns', name }) })
  // What was typed for it went with it.
  await loadEditorDrafts()
}

/** Forgets what was typed into an editor and not saved; for a moment it can be had back. */
export async function discardDraft(key: string): Promise<void> {
  const draft = await loa.getEditorDraft(key)
  const dropped = reportFailure(await dropEditorDraft(key))
  if (!dropped.ok || !draft.ok || draft.value === null) return
  const { values } = draft.value
  showToast({
    message: () => i18next.t('unfinished.discarded', { ns: 'campaigns' }),
    action: {
      label: () => i18next.t('actions.undo'),
      onClick: () => void keepEditorDraft(key, values).then(reportFailure)
    }
  })
}
