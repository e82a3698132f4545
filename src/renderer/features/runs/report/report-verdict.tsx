import { type Icon, IconAlertTriangle, IconFileUnknown, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReportVerdict } from '../../../../shared/domain/report'
import type { Result } from '../../../../shared/result'
import { CopyButton } from '../../../ui/copy-button'
import { errorText } from '../../../ui/error-text'
import type { Tone } from '../../../ui/status-badge'
import classes from './check-report.module.css'

const LOOKS: Readonly<Record<ReportVerdict['outcome'], readonly [Tone, Icon]>> = {
  intact: ['good', IconShieldCheck],
  altered: ['bad', IconAlertTriangle],
  cut_off: ['bad', IconAlertTriangle],
  not_a_report: ['caution', IconFileUnknown]
}

interface ReportVerdictProps {
  readonly file: string
  /** A failure is a file that could not be read. */
  readonly verdict: Result<ReportVerdict>
}

/** What the check of a report found, in words that need no knowledge of hashes. */
export function ReportVerdictView({ file, verdict }: ReportVerdictProps) {
  const { t } = useTranslation('runs')
  const found = verdict.ok ? verdict.value : null
  const [tone, Symbol] = LOOKS[found?.outcome ?? 'not_a_report']
  return (
    <section className={classes['verdict']} data-tone={tone} data-selectable>
      <Symbol size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>
          {found === null ? t('report.verdict.unread_title') : t(`report.verdict.${found.outcome}_title`)}
        </strong>
        <p className={classes['file']}>
          <bdi>{file}</bdi>
        </p>
        <p>{verdict.ok ? <VerdictText verdict={verdict.value} /> : errorText(verdict.error)}</p>
        {found?.outcome === 'intact' && (
          <p className={classes['seal']}>
            <span>{t('report.verdict.seal')}</span>
            <code>{found.seal}</code>
            <CopyButton text={found.seal} label={t('report.verdict.copy_seal')} />
          </p>
        )}
      </div>
    </section>
  )
}

function VerdictText({ verdict }: { readonly verdict: ReportVerdict }) {
  const { t } = useTranslation('runs')
  switch (verdict.outcome) {
    case 'intact':
      return t('report.verdict.intact', { count: verdict.lines })
    case 'altered':
      return t('report.verdict.altered', { line: verdict.line })
    case 'cut_off':
      return t('report.verdict.cut_off', { line: verdict.line })
    case 'not_a_report':
      return t('report.verdict.not_a_report')
  }
}
