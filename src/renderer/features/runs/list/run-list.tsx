import { Button, SegmentedControl } from '@mantine/core'
import { IconFileCheck, IconHistory, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import { loadRuns, useRunsStore } from '../../../stores/runs-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { SearchInput } from '../../../ui/search-input'
import { CheckReportDialog } from '../report/check-report-dialog'
import { filterRuns, RUN_VIEWS } from './run-filter'
import { setRunQuery, setRunView, showAllRuns, useRunListStore } from './run-list-store'
import { RunTable } from './run-table'
import classes from '../runs.module.css'

/** All runs, with the ones that need a look a click away. */
export function RunList() {
  const { t } = useTranslation('runs')
  const { runs, status, error } = useRunsStore()
  const { view, query } = useRunListStore()
  const [checking, setChecking] = useState(false)
  const isEmpty = status === 'ready' && runs.length === 0

  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <Button
              variant="default"
              leftSection={<IconFileCheck size={16} aria-hidden />}
              onClick={() => setChecking(true)}
            >
              {t('report.check')}
            </Button>
          }
        />
      }
    >
      {status === 'loading' && <LoadingRows height={60} />}
      {status === 'failed' && error !== null && <LoadFailure error={error} onRetry={() => void loadRuns()} />}
      {isEmpty && (
        <EmptyState
          icon={IconHistory}
          title={t('empty_title')}
          text={t('empty_text')}
          action={
            <Button variant="default" onClick={() => void openPage('campaigns')}>
              {t('open_campaigns')}
            </Button>
          }
        />
      )}
      {status === 'ready' && !isEmpty && (
        <>
          <div className={classes['toolbar']}>
            <SearchInput value={query} onChange={setRunQuery} label={t('search')} width={300} />
            <SegmentedControl
              size="xs"
              aria-label={t('views_label')}
              data={RUN_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
              value={view}
              onChange={setRunView}
            />
          </div>
          <RunTable
            runs={filterRuns(runs, view, query)}
            onOpen={(run) => void openPage('runs', { run_id: run.id })}
            resetKey={`${view} ${query}`}
            whenEmpty={
              <EmptyState
                icon={IconSearch}
                title={t('none_found_title')}
                text={t('none_found_text')}
                action={
                  <Button variant="default" onClick={showAllRuns}>
                    {t('show_all')}
                  </Button>
                }
              />
            }
          />
        </>
      )}
      {checking && <CheckReportDialog onClose={() => setChecking(false)} />}
    </Page>
  )
}
