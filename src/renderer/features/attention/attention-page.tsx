import { IconChecklist } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { runsToDecide, waitingChannels } from '../../../shared/domain/to-decide'
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

/** Everything that waits for a word of the operator. */
export function AttentionPage() {
  const { t } = useTranslation('attention')
  const { runs, status, error } = useRunsStore()
  const state = useStateStore((store) => store.state)
  const { missed, paused, standingStill, unknown } = useMemo(() => runsToDecide(runs), [runs])
  const waiting = waitingChannels(state?.channels ?? [])
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
