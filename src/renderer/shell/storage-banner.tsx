import { Button } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StorageProblem } from '../../shared/ipc/views'
import { formatDateTime } from '../../shared/text/date-format'
import { useLocalZone } from '../stores/settings-store'
import { recoverFile, useStateStore } from '../stores/state-store'
import { loadStores } from '../stores/start-stores'
import { askToConfirm } from '../ui/confirm-dialog'
import { reportFailure } from '../ui/report-failure'
import { Banner } from './banner'

/** One banner for each data file that could not be read, until the operator has decided. */
export function StorageBanner() {
  const problems = useStateStore((state) => state.state?.storage_problems)
  return problems?.map((problem) => <StorageProblemBanner key={problem.file} problem={problem} />)
}

function StorageProblemBanner({ problem }: { readonly problem: StorageProblem }) {
  const { t, i18n } = useTranslation()
  const localZone = useLocalZone()
  const { file, backup_at: backupAt } = problem
  const date =
    backupAt === undefined ? null : formatDateTime(new Date(backupAt), localZone, i18n.language, new Date())

  const recover = async (from: 'backup' | 'empty') => {
    const recovered = reportFailure(await recoverFile(file, from))
    if (recovered.ok) await loadStores()
  }
  const restoreBackup = async (copyDate: string) => {
    const agreed = await askToConfirm({
      title: t('storage_banner.confirm_backup_title'),
      body: t('storage_banner.confirm_backup_body', { file, date: copyDate }),
      confirm: t('storage_banner.confirm_backup')
    })
    if (agreed) await recover('backup')
  }
  const startEmpty = async () => {
    const agreed = await askToConfirm({
      title: t('storage_banner.confirm_empty_title'),
      body: t('storage_banner.confirm_empty_body', { file }),
      confirm: t('storage_banner.confirm_empty'),
      danger: true
    })
    if (agreed) await recover('empty')
  }

  return (
    <Banner
      tone="bad"
      icon={IconFileAlert}
      title={t(`storage_banner.${problem.kind}`, { file })}
      actions={
        <>
          {date !== null && (
            <Button size="xs" onClick={() => void restoreBackup(date)}>
              {t('storage_banner.use_backup', { date })}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => void startEmpty()}>
            {t('storage_banner.start_empty')}
          </Button>
        </>
      }
    >
      {[
        t('storage_banner.nothing_written'),
        problem.set_aside === undefined ? '' : t('storage_banner.set_aside', { path: problem.set_aside }),
        date === null ? t('storage_banner.no_backup') : ''
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')}
    </Banner>
  )
}
