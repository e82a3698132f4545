import { useTranslation } from 'react-i18next'
import type { Occurrence } from '../../../../shared/domain/schedule'
import type { CampaignView } from '../../../../shared/ipc/views'
import { formatDateTime } from '../../../../shared/text/date-format'
import { askToConfirm } from '../../../ui/confirm-dialog'
import { dateOf, wallTimeIn } from '../wall-time'

/** Would the next run fall on the local day of a run that has already happened? */
export function secondRunOfDay(
  saved: CampaignView | null,
  preview: readonly Occurrence[] | null
): Occurrence | null {
  const next = preview?.[0]
  const last = saved?.last_run
  if (saved?.campaign.status !== 'active' || next === undefined) return null
  if (last?.slot == null || last.status === 'missed') return null
  return dateOf(wallTimeIn(new Date(last.slot.at), next.zone)) === dateOf(next.local) ? next : null
}

/** Asks before an edit gives the same day a second run. Resolves to whether to go on. */
export function useSameDayQuestion(
  saved: CampaignView | null,
  preview: readonly Occurrence[] | null
): () => Promise<boolean> {
  const { t, i18n } = useTranslation('campaigns')
  return async () => {
    const second = secondRunOfDay(saved, preview)
    if (second === null) return true
    return askToConfirm({
      title: t('schedule.same_day_title'),
      body: t('schedule.same_day_body', {
        when: formatDateTime(new Date(second.at), second.zone, i18n.language, new Date())
      }),
      confirm: t('schedule.same_day_confirm')
    })
  }
}
