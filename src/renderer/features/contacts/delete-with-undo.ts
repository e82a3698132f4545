import i18next from 'i18next'
import { deleteContacts, restoreContacts } from '../../stores/contacts-store'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'

async function undo(ids: readonly string[]): Promise<void> {
  const restored = reportFailure(await restoreContacts(ids))
  if (restored.ok)
    showToast({ message: () => i18next.t('restored', { ns: 'contacts', count: restored.value }) })
}

/** Deletes at once and offers the way back, instead of asking every time. True when they are gone. */
export async function deleteWithUndo(ids: readonly string[]): Promise<boolean> {
  const deleted = reportFailure(await deleteContacts(ids))
  if (!deleted.ok) return false
  showToast({
    message: () => i18next.t('deleted', { ns: 'contacts', count: deleted.value }),
    action: { label: () => i18next.t('actions.undo'), onClick: () => void undo(ids) }
  })
  return true
}
