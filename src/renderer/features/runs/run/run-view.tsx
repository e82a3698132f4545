import { Button } from '@mantine/core'
import { IconCalendarOff, IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { openPage } from '../../../stores/navigation-store'
import { useRunOverview } from '../../../stores/run-overview'
import { useRunsStore } from '../../../stores/runs-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { RunBody } from './run-body'
import { RunFacts } from './run-facts'
import { RunHeader } from './run-header'

/** One run: what it sent, to whom, and what came of it, while it happens. */
export function RunView({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('runs')
  const { overview, error, retry } = useRunOverview(runId)
  const listed = useRunsStore((state) => state.runs.find((run) => run.id === runId))
  // The list knows at once what the overview says with its first answer; from then on one of them speaks.
  const run = overview?.summary ?? listed ?? null
  const isMissed = run?.status === 'missed'
  return (
    <Page scroll="own" header={<RunHeader run={run} />}>
      {isMissed && <MissedRun run={run} />}
      {!isMissed && overview !== null && <RunBody overview={overview} />}
      {!isMissed && overview === null && error === null && <LoadingRows />}
      {!isMissed &&
        overview === null &&
        error !== null &&
        (error.code === 'not_found' ? (
          <EmptyState icon={IconHistory} title={t('gone_title')} text={t('gone_text')} />
        ) : (
          <LoadFailure error={error} onRetry={retry} />
        ))}
    </Page>
  )
}

function MissedRun({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['runs', 'common'])
  const isSkipped = run.dismissed_at !== undefined
  const why = run.missed_reason === undefined ? '' : `${t(`common:missed_reasons.${run.missed_reason}`)} `
  return (
    <>
      <RunFacts run={run} />
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
