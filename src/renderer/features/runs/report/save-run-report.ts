import i18next from 'i18next'
import type { RunReport } from '../../../../shared/domain/report'
import { loa } from '../../../api'
import { errorText } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'

/** Writes a run to the downloads folder, and says where; when that fails, where it was to go. */
export async function saveRunReport(runId: string, report: RunReport): Promise<void> {
  const t = i18next.getFixedT(null, 'runs')
  const saved = await loa.exportRun(runId, report)
  if (!saved.ok) {
    showToast({ message: () => t('report.failed', { reason: errorText(saved.error) }), kind: 'failed' })
    return
  }
  const { path, name, folder } = saved.value
  showToast({
    message: () => t('report.saved', { name, folder }),
    action: { label: () => t('report.show'), onClick: () => void loa.showFile(path) }
  })
}
