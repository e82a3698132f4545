import i18next from 'i18next'
import type { DeliveryQuery, DeliveryRef } from '../../../../shared/domain/delivery'
import { loa } from '../../../api'
import { settleUnknown } from '../../../stores/run-commands'
import { askToConfirm } from '../../../ui/confirm-dialog'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'

/** The operator's word on a delivery that may have arrived. */
export type UnknownWord = 'arrived' | 'again'

/** Takes the operator's word on deliveries that may have arrived, after a yes. True when it was taken. */
export async function askAndSettle(
  runId: string,
  refs: readonly DeliveryRef[],
  word: UnknownWord
): Promise<boolean> {
  const words = { ns: 'runs', count: refs.length } as const
  const agreed = await askToConfirm({
    title: i18next.t(`settle.${word}_title`, words),
    body: i18next.t(`settle.${word}_body`, words),
    confirm: i18next.t(`settle.${word}`, words),
    danger: word === 'again'
  })
  if (!agreed) return false
  const settled = reportFailure(await settleUnknown(runId, refs, word))
  if (!settled.ok) return false
  showToast({ message: () => i18next.t(`settle.${word}_toast`, { ns: 'runs', count: settled.value }) })
  return true
}

/** The same for everything that a query finds. */
export async function askAndSettleFound(
  runId: string,
  query: DeliveryQuery,
  word: UnknownWord
): Promise<void> {
  const refs = reportFailure(await loa.findDeliveryRefs(runId, query))
  if (refs.ok && refs.value.length > 0) await askAndSettle(runId, refs.value, word)
}
