import i18next from 'i18next'
import type { MergeOrder } from '../../../../shared/domain/contact-merge'
import { loa } from '../../../api'
import { loadContacts } from '../../../stores/contacts-store'
import { askToConfirm } from '../../../ui/confirm-dialog'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'

/** Makes a group one contact and offers the way back. True when it is done. */
export async function mergeWithUndo(order: MergeOrder): Promise<boolean> {
  const merged = reportFailure(await loa.mergeContacts([order]))
  if (!merged.ok) return false
  await loadContacts()
  offerUndo(() => i18next.t('merged', { ns: 'duplicates', count: order.ids.length }), merged.value)
  return true
}

/** Merges every group once the operator has read what that means. True when it is done. */
export async function askAndMergeAll(groups: number, hasSkipped: boolean): Promise<boolean> {
  const t = i18next.getFixedT(null, 'duplicates')
  const sure = await askToConfirm({
    title: t('all_title', { count: groups }),
    body: hasSkipped ? `${t('all_text')} ${t('all_skipped')}` : t('all_text'),
    confirm: t('merge_all')
  })
  if (!sure) return false
  const merged = reportFailure(await loa.mergeAllDuplicates())
  if (!merged.ok) return false
  await loadContacts()
  offerUndo(() => t('all_done', { count: merged.value.groups }), merged.value.merge_id)
  return true
}

function offerUndo(message: () => string, mergeId: string): void {
  showToast({
    message,
    action: { label: () => i18next.t('actions.undo'), onClick: () => void undo(mergeId) }
  })
}

async function undo(mergeId: string): Promise<void> {
  const undone = reportFailure(await loa.undoMerge(mergeId))
  if (!undone.ok) return
  await loadContacts()
  showToast({ message: () => i18next.t('undone', { ns: 'duplicates', count: undone.value }) })
}
