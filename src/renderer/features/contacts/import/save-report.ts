import i18next from 'i18next'
import { loa } from '../../../api'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'

/** Writes what becomes of every row to the downloads folder, and says where. */
export async function saveReport(): Promise<void> {
  const saved = reportFailure(await loa.saveImportReport())
  if (!saved.ok) return
  const { path, name, folder } = saved.value
  const t = i18next.getFixedT(null, 'import')
  showToast({
    message: () => t('check.report_saved', { name, folder }),
    action: { label: () => t('check.show_file'), onClick: () => void loa.showFile(path) }
  })
}
