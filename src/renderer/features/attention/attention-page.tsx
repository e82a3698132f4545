import { IconChecklist } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { loadRuns, useRunsStore } from '../../stores/runs-store'
import { useStateStore } from '../../stores/state-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { ChannelsSection } from './channels-section'
import { MissedSection } from './missed-section'
import { PausedSection } from './paused-section'
import { UnknownSection } from './unknown-section'
import { WarningsSection } from './warnings-section'

/** The runs that wait for a word, by what is asked about them. */
const sorted = (runs: readonly RunSummary[]) => ({
  missed: runs.filter(({ status, dismissed_at }) => status === 'missed' && dismissed_at === undefined),
  paused: runs.filter(({ status }) => status === 'paused'),
  standingStill: runs.filter(({ paused_channels }) => paused_channels.length > 0),
  unknown: runs.filter(({ counts }) => counts.unknown > 0)
})

/** Everything that waits for a word of the operator. */
export function AttentionPage() {
  const { t } = useTranslation('attention')
  const { runs, status, error } = useRunsStore()
  const state = useStateStore((store) => store.state)
  const { missed, paused, standingStill, unknown } = useMemo(() => sorted(runs), [runs])
  const waiting = (state?.channels ?? []).filter((view) => view.state !== 'ready' && view.state !== 'limited')
  const warnings = state?.warnings ?? []
  const isEmpty = [missed, paused, standingStill, unknown, waiting, warnings].every(
    (some) => some.length === 0
  )
  return (
    <Page header={<PageHeader title={t('title')} description={t('description')} />}>
      {status === 'loading' && <LoadingRows />}
      {status === 'failed' && error !== null && <LoadFailure error={error} onRetry={() => void loadRuns()} />}
      {status === 'ready' && isEmpty && (
        <EmptyState icon={IconChecklist} title={t('empty_title')} text={t('empty_text')} />
      )}
      {status === 'ready' && !isEmpty && (
        <>
          <WarningsSection warnings={warnings} />
          <MissedSection runs={missed} />
          <PausedSection runs={paused} />
          <ChannelsSection runs={standingStill} waiting={waiting} />
          <UnknownSection runs={unknown} />
        </>
      )}
    </Page>
  )
}
