import i18next from 'i18next'
import type { SavedFile } from '../../shared/ipc/contact-views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { loadBackups } from '../stores/backup-store'
import { reportFailure } from './report-failure'
import { showToast } from './toast'

/** Says what failed; what was stopped by the operator is no failure. */
export function reportBackup<Value>(result: Result<Value>): Result<Value> {
  if (!result.ok && result.error.code === 'cancelled')
    showToast({ message: () => i18next.t('stopped', { ns: 'backup' }) })
  else reportFailure(result)
  return result
}

/** Says that a file is written, and leads to it. */
export function sayWhere(key: 'made' | 'export.done', { path, name }: SavedFile): void {
  showToast({
    message: () => i18next.t(key, { ns: 'backup', name }),
    action: { label: () => i18next.t('show', { ns: 'backup' }), onClick: () => void loa.showFile(path) }
  })
}

/** Writes a backup and says where it is. */
export async function backUpNow(place: 'downloads' | 'choose'): Promise<void> {
  const made = reportBackup(await loa.backUpNow(place))
  if (made.ok && made.value !== null) sayWhere('made', made.value)
  await loadBackups()
}
