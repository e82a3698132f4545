import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/app-error'
import { localeOf } from '../../../shared/i18n/locale'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { useContactsStore } from '../../stores/contacts-store'
import type { Loadable } from '../../stores/loadable'
import { useRunsStore } from '../../stores/runs-store'
import { useLocalZone } from '../../stores/settings-store'
import { loadStores } from '../../stores/start-stores'
import { useStateStore } from '../../stores/state-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { useNow } from '../../ui/use-now'
import { AttentionSection } from './attention-section'
import { MessagesSection } from './messages-section'
import { NextSection } from './next-section'
import classes from './overview.module.css'
import { RecentSection } from './recent-section'
import { RunningSection, saysWhatRuns } from './running-section'
import { StartSection } from './start-section'
import { stepsDone } from './start-steps'

const MINUTE_MS = 60_000

/** The first page: what needs a look, what happens now, what comes next, and how it went. */
export function OverviewPage() {
  const { t, i18n } = useTranslation('overview')
  const zone = useLocalZone()
  const today = new Date(useNow(MINUTE_MS))
  const date = today.toLocaleDateString(localeOf(i18n.language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone
  })
  return (
    <Page header={<PageHeader title={t('title')} description={date} />}>
      <Content />
    </Page>
  )
}

function Content() {
  const state = useStateStore()
  const campaigns = useCampaignsStore()
  const contacts = useContactsStore()
  const runs = useRunsStore()
  const failure = failureOf([state, campaigns, contacts, runs])
  if (failure !== null) return <LoadFailure error={failure} onRetry={() => void loadStores()} />
  const isLoading = [state, campaigns, runs].some(({ status }) => status === 'loading')
  if (isLoading || state.state === null) return <LoadingRows rows={4} height={120} />

  const done = stepsDone({
    people: contacts.all,
    campaigns: campaigns.campaigns.length,
    runs: runs.runs
  })
  // With a file that cannot be read nobody knows what was done: that is no beginning.
  const hasBegun = done.has('watch') || state.state.storage_problems.length > 0
  return (
    <div className={classes['overview']}>
      {hasBegun ? (
        <>
          <AttentionSection state={state.state} saysAllIsWell />
          <div className={classes['areas']} data-running={saysWhatRuns(runs.runs) || undefined}>
            <RunningSection state={state.state} />
            <NextSection state={state.state} />
            <MessagesSection />
            <RecentSection />
          </div>
        </>
      ) : (
        <>
          <StartSection
            done={done}
            isCounting={contacts.status === 'loading'}
            isPractice={state.state.gateway === 'practice'}
          />
          <AttentionSection state={state.state} saysAllIsWell={false} />
          {state.state.next !== null && <NextSection state={state.state} />}
        </>
      )}
    </div>
  )
}

const failureOf = (stores: readonly Loadable[]): AppError | null =>
  stores.find(({ status }) => status === 'failed')?.error ?? null
