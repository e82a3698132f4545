import i18next from 'i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import { formatDateTime } from '../../../shared/text/date-format'
import { skipSlot } from '../../stores/calendar-store'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'

/** Leaves the slot of an entry out or puts it back, says so, and offers the way back. */
export async function leaveOut(entry: CalendarEntry, isLeftOut: boolean): Promise<void> {
  const { campaign_id, campaign_name: name, occurrence } = entry
  if (occurrence === null) return
  const date = occurrence.nominal.slice(0, 10)
  const changed = reportFailure(await skipSlot(campaign_id, date, isLeftOut))
  if (!changed.ok) return
  const when = () => formatDateTime(new Date(occurrence.at), occurrence.zone, i18next.language, new Date())
  showToast({
    message: () =>
      i18next.t(isLeftOut ? 'toasts.left_out' : 'toasts.put_back', { ns: 'calendar', name, when: when() }),
    action: {
      label: () => i18next.t('actions.undo', { ns: 'common' }),
      onClick: () => void leaveOut(entry, !isLeftOut)
    }
  })
}
