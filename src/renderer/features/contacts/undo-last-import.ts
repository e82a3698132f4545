import i18next from 'i18next'
import type { LastImport } from '../../../shared/domain/contact-import'
import { loa } from '../../api'
import { loadContacts } from '../../stores/contacts-store'
import { askToConfirm } from '../../ui/confirm-dialog'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'

/** Takes the last import back, once the operator has seen what that means. True when it is undone. */
export async function undoLastImport({ file_name, counts }: LastImport): Promise<boolean> {
  const t = i18next.getFixedT(null, 'contacts')
  const sure = await askToConfirm({
    title: t('undo_import.title', { file: file_name }),
    body: t('undo_import.text', { added: counts.added, merged: counts.merged }),
    confirm: t('undo_import.confirm')
  })
  if (!sure) return false
  const undone = reportFailure(await loa.undoImport())
  if (!undone.ok) return false
  await loadContacts()
  showToast({
    message: () =>
      undone.value === 0 ? t('undo_import.done') : t('undo_import.done_some', { count: undone.value })
  })
  return true
}
