import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { openPage } from '../../../stores/navigation-store'
import { Foreign } from '../../../ui/foreign'
import { When } from '../../../ui/when'
import { useIsNarrow, useIsTight } from '../../../ui/use-is-narrow'
import { type Column, WindowedTable } from '../../../ui/windowed-table'
import { PracticeMark } from '../practice-mark'
import { RunBadge } from '../run-badge'
import { RunCounts } from '../run-counts'
import { RunProgressBar } from '../../../ui/run-progress-bar'
import { triggerBeside } from '../trigger-beside'
import classes from '../runs.module.css'

const ROW_HEIGHT = 66
const TIGHT_ROW_HEIGHT = 88

interface RunTableProps {
  readonly runs: readonly RunSummary[]
  readonly onOpen: (run: RunSummary) => void
  readonly resetKey: string
  readonly whenEmpty: ReactNode
}

/** The history of runs, newest first. */
export function RunTable({ runs, onOpen, resetKey, whenEmpty }: RunTableProps) {
  const { t } = useTranslation(['runs', 'common'])
  const isNarrow = useIsNarrow()
  const isTight = useIsTight()
  const leftOut = [...(isNarrow ? ['status'] : []), ...(isTight ? ['when'] : [])]

  const columns: readonly Column<RunSummary>[] = [
    {
      id: 'campaign',
      width: isNarrow ? 'minmax(0, 1.15fr)' : 'minmax(0, 1.1fr)',
      header: t('columns.campaign'),
      cell: (run) => {
        const trigger = triggerBeside(run)
        return (
          <>
            <UnstyledButton className={classes['campaign']} data-opens-row onClick={() => onOpen(run)}>
              <Foreign>{run.campaign_name}</Foreign>
            </UnstyledButton>
            <div className={classes['under']}>
              {isNarrow && <RunBadge run={run} />}
              {!isNarrow && trigger !== null && t(`common:triggers.${trigger}`)}
              <PracticeMark run={run} isSmall={isNarrow} />
            </div>
            {isTight && (
              <div className={classes['under']}>
                <RunTime run={run} />
              </div>
            )}
          </>
        )
      }
    },
    {
      id: 'when',
      width: isNarrow ? '176px' : '204px',
      header: t('columns.when'),
      cell: (run) => <RunTime run={run} />
    },
    {
      id: 'result',
      width: isNarrow ? 'minmax(0, 1fr)' : 'minmax(0, 1.7fr)',
      header: t('columns.result'),
      cell: (run) =>
        run.status === 'missed' ? (
          <span className={classes['missed']}>
            {run.missed_reason === undefined
              ? t('nothing_sent')
              : t(`common:missed_reasons.${run.missed_reason}`)}
          </span>
        ) : (
          <div className={classes['result']}>
            <RunProgressBar counts={run.counts} />
            <RunCounts
              counts={run.counts}
              onState={(state) => void openPage('runs', { run_id: run.id, state })}
            />
          </div>
        )
    },
    {
      id: 'status',
      width: '208px',
      header: t('columns.status'),
      cell: (run) => <RunBadge run={run} />
    }
  ]

  return (
    <WindowedTable
      label={t('title')}
      columns={columns.filter(({ id }) => !leftOut.includes(id))}
      rows={runs}
      rowKey={(run) => run.id}
      rowHeight={isTight ? TIGHT_ROW_HEIGHT : ROW_HEIGHT}
      onOpen={onOpen}
      resetKey={resetKey}
      whenEmpty={whenEmpty}
    />
  )
}

/** When it was due, on the clock of its campaign, or when it was begun by hand. */
function RunTime({ run }: { readonly run: RunSummary }) {
  const at = run.slot?.at ?? run.started_at
  return at !== null && <When at={at} {...(run.slot === null ? {} : { zone: run.slot.zone })} />
}
