import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconBraces,
  IconChevronDown,
  IconDownload,
  IconFileCheck,
  IconFileTypePdf,
  IconTable
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunReport } from '../../../../shared/domain/report'
import type { RunSummary } from '../../../../shared/domain/run'
import { useIsNarrow } from '../../../ui/use-is-narrow'
import { CheckReportDialog } from './check-report-dialog'
import { saveRunReport } from './save-run-report'

const REPORTS: readonly (readonly [RunReport, Icon])[] = [
  ['pdf', IconFileTypePdf],
  ['csv', IconTable],
  ['json', IconBraces],
  ['failures', IconAlertTriangle]
]

/** A run as a file, and the check whether such a file is still as it was written. */
export function ReportMenu({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('runs')
  const isNarrow = useIsNarrow()
  const [writing, setWriting] = useState(false)
  const [checking, setChecking] = useState(false)
  const { failed, unknown, skipped } = run.counts
  const name = t(writing ? 'report.writing' : 'report.menu')
  const write = async (report: RunReport) => {
    setWriting(true)
    await saveRunReport(run.id, report)
    setWriting(false)
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={270}>
        <Menu.Target>
          {isNarrow ? (
            <ActionIcon variant="default" size={36} loading={writing} aria-label={name}>
              <IconDownload size={18} aria-hidden />
            </ActionIcon>
          ) : (
            <Button
              variant="default"
              loading={writing}
              aria-label={name}
              rightSection={<IconChevronDown size={15} aria-hidden />}
            >
              {t('report.menu')}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          {REPORTS.map(([report, Symbol]) => (
            <Menu.Item
              key={report}
              leftSection={<Symbol size={16} stroke={1.6} aria-hidden />}
              disabled={report === 'failures' && failed + unknown + skipped === 0}
              onClick={() => void write(report)}
            >
              {t(`report.as.${report}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconFileCheck size={16} stroke={1.6} aria-hidden />}
            onClick={() => setChecking(true)}
          >
            {t('report.check')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {checking && <CheckReportDialog onClose={() => setChecking(false)} />}
    </>
  )
}
