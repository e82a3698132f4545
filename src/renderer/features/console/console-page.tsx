import { useTranslation } from 'react-i18next'
import { loadLog, useLogStore } from '../../stores/log-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { ConsoleActions } from './console-actions'
import { ConsoleLines } from './console-lines'
import { useLineSearch } from './use-line-search'

/** The live log: the same lines as in the file. Whatever was found in lines that were erased is forgotten with them. */
export function ConsolePage() {
  return <LiveLog key={useLogStore((state) => state.edition)} />
}

function LiveLog() {
  const { t } = useTranslation('console')
  const status = useLogStore((state) => state.status)
  const error = useLogStore((state) => state.error)
  const view = useLineSearch()
  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={<ConsoleActions view={view} />}
        />
      }
    >
      {status === 'loading' && <LoadingRows height={22} rows={14} />}
      {status === 'failed' && error !== null && <LoadFailure error={error} onRetry={() => void loadLog()} />}
      {status === 'ready' && <ConsoleLines view={view} />}
    </Page>
  )
}
