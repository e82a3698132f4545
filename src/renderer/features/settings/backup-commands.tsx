import { modals } from '@mantine/modals'
import i18next from 'i18next'
import type { SavedFile } from '../../../shared/ipc/contact-views'
import type { Result } from '../../../shared/result'
import { loa } from '../../api'
import { loadBackups } from '../../stores/backup-store'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { RestoreQuestion } from './restore-question'

/** What was stopped by the operator is no failure. */
function reported<Value>(result: Result<Value>): Result<Value> {
  if (!result.ok && result.error.code === 'cancelled')
    showToast({ message: i18next.t('stopped', { ns: 'backup' }) })
  else reportFailure(result)
  return result
}

function sayWhere(key: 'made' | 'export.done', { path, name }: SavedFile): void {
  showToast({
    message: i18next.t(key, { ns: 'backup', name }),
    action: { label: i18next.t('show', { ns: 'backup' }), onClick: () => void loa.showFile(path) }
  })
}

/** Writes a backup and says where it is. */
export async function backUpNow(place: 'downloads' | 'choose'): Promise<void> {
  const made = reported(await loa.backUpNow(place))
  if (made.ok && made.value !== null) sayWhere('made', made.value)
  await loadBackups()
}

/** Writes everything for other programs and says where it is. */
export async function exportEverything(): Promise<void> {
  const exported = reported(await loa.exportEverything())
  if (exported.ok) sayWhere('export.done', exported.value)
}

/** Checks a backup and asks, with everything that it would change. A yes restarts the app. */
export async function askToRestore(path: string): Promise<void> {
  const checked = reported(await loa.checkBackup(path))
  if (!checked.ok) return
  const id = modals.open({
    title: i18next.t('restore.title', { ns: 'backup' }),
    centered: true,
    size: 'lg',
    closeButtonProps: { 'aria-label': i18next.t('actions.close') },
    onClose: () => void loa.closeBackupCheck(),
    children: <RestoreQuestion preview={checked.value} onClose={() => modals.close(id)} />
  })
}
