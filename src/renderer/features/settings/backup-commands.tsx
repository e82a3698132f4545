import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { loa } from '../../api'
import { reportBackup, sayWhere } from '../../ui/back-up-now'
import { RestoreQuestion } from './restore-question'

/** Writes everything for other programs and says where it is. */
export async function exportEverything(): Promise<void> {
  const exported = reportBackup(await loa.exportEverything())
  if (exported.ok) sayWhere('export.done', exported.value)
}

/** Checks a backup and asks, with everything that it would change. A yes restarts the app. */
export async function askToRestore(path: string): Promise<void> {
  const checked = reportBackup(await loa.checkBackup(path))
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
