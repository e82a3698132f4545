import i18next from 'i18next'
import type { LogSelection } from '../../../shared/domain/log-filter'
import { loa } from '../../api'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'

/** Puts lines on the clipboard. The main process has them too, so they need not cross over as one huge text. */
export async function copyLines(selection: LogSelection): Promise<void> {
  const copied = reportFailure(await loa.copyLog(selection))
  if (copied.ok) showToast({ message: () => i18next.t('copied', { ns: 'console', count: copied.value }) })
}

/** Writes lines to a file in the downloads folder and says where it is. */
export async function saveLines(selection: LogSelection): Promise<void> {
  const t = i18next.getFixedT(null, 'console')
  const saved = reportFailure(await loa.exportLog(selection))
  if (!saved.ok) return
  const { path, name, folder, count } = saved.value
  showToast({
    message: () => t('saved', { count, name, folder }),
    action: { label: () => t('show_saved'), onClick: () => void loa.showFile(path) }
  })
}
