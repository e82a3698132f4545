import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconCalendarOff, IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunDetail, RunSummary } from '../../../shared/domain/run'
import { openPage } from '../../stores/navigation-store'
import { useRunsStore } from '../../stores/runs-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { Badge } from '../../ui/status-badge'
import { RunActions } from './run-actions'
import { RunBadge } from './run-badge'
import { RunDeliveries } from './run-deliveries'
import { RunFacts } from './run-facts'
import { RunNotices } from './run-notices'
import { useRun } from './use-run'

function RunHeader({ run }: { readonly run: RunSummary | null }) {
  const { t } = useTranslation(['runs', 'common'])
  const about =
    run === null
      ? []
      : [
          t(`common:triggers.${run.trigger}`),
          ...(run.gateway === 'practice' ? [] : [t(`common:gateways.${run.gateway}`)]),
          ...(run.total_contacts > 0 ? [t('common:contacts', { count: run.total_contacts })] : [])
        ]
  return (
    <PageHeader
      before={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          autoFocus
          aria-label={t('back')}
          onClick={() => void openPage('runs')}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
      }
      title={run?.campaign_name ?? t('title')}
      description={about.join(' · ')}
      beside={
        run !== null && (
          <>
            <RunBadge run={run} />
            {run.gateway === 'practice' && (
              <span title={t('practice_hint')}>
                <Badge tone="neutral">{t('practice')}</Badge>
              </span>
            )}
          </>
        )
      }
      actions={run !== null && <RunActions run={run} />}
    />
  )
}

function MissedRun({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['runs', 'common'])
  const isSkipped = run.dismissed_at !== undefined
  const why = run.missed_reason === undefined ? '' : `${t(`common:missed_reasons.${run.missed_reason}`)} `
  return (
    <>
      <RunFacts run={run} text={null} />
      <EmptyState
        icon={IconCalendarOff}
        title={t('missed_title')}
        text={`${why}${t('nothing_sent')}${isSkipped ? ` ${t('missed_dismissed')}` : ''}`}
        action={
          !isSkipped && (
            <Button variant="default" onClick={() => void openPage('attention')}>
              {t('decide')}
            </Button>
          )
        }
      />
    </>
  )
}

interface RunBodyProps {
  readonly run: RunSummary
  readonly detail: RunDetail | null
}

function RunBody({ run, detail }: RunBodyProps): ReactNode {
  return (
    <>
      <RunNotices run={run} />
      <RunFacts run={run} text={detail?.text ?? null} />
      {detail === null ? <LoadingRows height={36} /> : <RunDeliveries run={run} detail={detail} />}
    </>
  )
}

/** One run: what it sent, to whom, and what came of it, while it happens. */
export function RunView({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('runs')
  const { detail, error, retry } = useRun(runId)
  const listed = useRunsStore((state) => state.runs.find((run) => run.id === runId))
  // The list hears of every change first; the deliveries follow a moment later.
  const run = listed ?? detail?.summary ?? null
  const isMissed = run?.status === 'missed'
  return (
    <Page scroll="own" header={<RunHeader run={run} />}>
      {isMissed && <MissedRun run={run} />}
      {!isMissed && run !== null && (error === null || detail !== null) && (
        <RunBody run={run} detail={detail} />
      )}
      {!isMissed && run === null && error === null && <LoadingRows />}
      {!isMissed &&
        detail === null &&
        error !== null &&
        (error.code === 'not_found' ? (
          <EmptyState icon={IconHistory} title={t('gone_title')} text={t('gone_text')} />
        ) : (
          <LoadFailure error={error} onRetry={retry} />
        ))}
    </Page>
  )
}
