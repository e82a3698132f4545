import { Loader, Modal, VisuallyHidden } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportVerdict } from '../../../../shared/domain/report'
import type { Result } from '../../../../shared/result'
import { loa, pathOf } from '../../../api'
import { ReportVerdictView } from './report-verdict'
import classes from './check-report.module.css'

type Check =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly file: string }
  | { readonly step: 'done'; readonly file: string; readonly verdict: Result<ReportVerdict> }

/** Says of a report whether every line of it is still as it was written. */
export function CheckReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['runs', 'common'])
  const [check, setCheck] = useState<Check>({ step: 'choose' })
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setCheck({ step: 'reading', file: file.name })
    setCheck({ step: 'done', file: file.name, verdict: await loa.verifyReport(pathOf(file)) })
  }
  const choose = t(check.step === 'choose' ? 'report.choose' : 'report.another')
  return (
    <Modal
      opened
      size={480}
      title={t('report.check_title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <p className={classes['about']}>{t('report.check_about')}</p>
      <div role="status">
        {check.step === 'reading' && (
          <p className={classes['reading']}>
            <Loader size={16} />
            {t('report.reading', { file: check.file })}
          </p>
        )}
        {check.step === 'done' && <ReportVerdictView file={check.file} verdict={check.verdict} />}
      </div>
      {/* The input itself has the focus and opens the chooser; the label is what one sees and clicks. */}
      <label className={classes['choose']} data-busy={check.step === 'reading' || undefined}>
        <VisuallyHidden>
          <input
            type="file"
            accept=".csv,.json"
            aria-label={choose}
            data-autofocus
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              void read(file)
              // So that the same file can be chosen again.
              event.currentTarget.value = ''
            }}
          />
        </VisuallyHidden>
        <IconFileCheck size={17} stroke={1.7} aria-hidden />
        {choose}
      </label>
    </Modal>
  )
}
