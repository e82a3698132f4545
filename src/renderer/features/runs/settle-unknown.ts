import i18next from 'i18next'
import type { DeliveryView } from '../../../shared/domain/delivery'
import { settleUnknown } from '../../stores/run-commands'
import { askToConfirm } from '../../ui/confirm-dialog'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'

/** Takes the operator's word on deliveries that may have arrived, after a yes. True when it was taken. */
export async function askAndSettle(
  runId: string,
  deliveries: readonly DeliveryView[],
  word: 'arrived' | 'again'
): Promise<boolean> {
  const words = { ns: 'runs', count: deliveries.length } as const
  const agreed = await askToConfirm({
    title: i18next.t(`settle.${word}_title`, words),
    body: i18next.t(`settle.${word}_body`, words),
    confirm: i18next.t(`settle.${word}`, words),
    danger: word === 'again'
  })
  if (!agreed) return false
  const refs = deliveries.map(({ contact_id, channel }) => ({ contact_id, channel }))
  const settled = reportFailure(await settleUnknown(runId, refs, word))
  if (!settled.ok) return false
  showToast({ message: i18next.t(`settle.${word}_toast`, { ns: 'runs', count: settled.value }) })
  return true
}
