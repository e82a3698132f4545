import i18next from 'i18next'
import { loa } from '../../../api'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'

export type ExportFormat = 'csv' | 'json' | 'vcard'

/** Writes contacts to the downloads folder and says where they are; null means all of them. */
export async function exportContacts(format: ExportFormat, ids: readonly string[] | null): Promise<void> {
  const saved = reportFailure(await loa.exportContacts(format, ids === null ? null : [...ids]))
  if (!saved.ok) return
  const { path, name, folder, count } = saved.value
  showToast({
    message: () => i18next.t('export.done', { ns: 'contacts', count, name, folder }),
    action: {
      label: () => i18next.t('export.show', { ns: 'contacts' }),
      onClick: () => void loa.showFile(path)
    }
  })
}
