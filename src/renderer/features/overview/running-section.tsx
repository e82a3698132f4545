import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isRunning, standsStill } from '../../../shared/domain/open-runs'
import type { RunSummary } from '../../../shared/domain/run'
import type { AppState } from '../../../shared/ipc/views'
import { openPage } from '../../stores/navigation-store'
import { useRunsStore } from '../../stores/runs-store'
import { DeliveryCountsText } from '../../ui/delivery-counts'
import { askAndPause } from '../../ui/run-control'
import { RunProgressBar } from '../../ui/run-progress-bar'
import classes from './overview.module.css'
import { RunName } from './run-name'
import { Section } from './section'
import { useRate } from './use-rate'

const MOST_SHOWN = 5

/** Is there anything to say? Paused runs alone are said where they are decided, under what needs attention. */
export const saysWhatRuns = (runs: readonly RunSummary[]): boolean =>
  runs.some(({ status }) => status === 'running')

/** The runs that send now, or wait for their turn, and how many stand still. Nothing at all when there is none. */
export function RunningSection({ state }: { readonly state: AppState }) {
  const { t } = useTranslation(['overview', 'common'])
  const runs = useRunsStore((store) => store.runs)
  const running = runs.filter((run) => isRunning(run, state))
  const still = runs.filter((run) => standsStill(run, state)).length
  if (!saysWhatRuns(runs)) return null
  const more = running.length - MOST_SHOWN
  return (
    <Section
      area="running"
      title={t('running.title')}
      action={
        more > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => void openPage('runs')}>
            {t('running.more', { count: more })}
          </Button>
        )
      }
    >
      {running.length > 0 && (
        <ul className={classes['rows']}>
          {running.slice(0, MOST_SHOWN).map((run) => (
            <li key={run.id} className={classes['running']}>
              <Running run={run} />
            </li>
          ))}
        </ul>
      )}
      {still > 0 && <p className={classes['note']}>{t('common:open_runs.still', { count: still })}</p>}
    </Section>
  )
}

function Running({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['overview', 'runs'])
  const { queued, sending, ...over } = run.counts
  const settled = Object.values(over).reduce((sum, count) => sum + count, 0)
  const rate = useRate(settled)
  return (
    <>
      <div className={classes['runningWords']}>
        <div className={classes['line']}>
          <RunName run={run} />
          <span className={classes['end']}>
            {t('running.progress', { settled, total: settled + queued + sending })}
          </span>
        </div>
        <RunProgressBar counts={run.counts} />
        <div className={classes['line']}>
          {/* While all of it waits there is nothing to say yet. */}
          {settled + sending > 0 ? <DeliveryCountsText counts={{ ...run.counts, queued: 0 }} /> : <span />}
          {rate !== null && <span className={classes['end']}>{t('running.rate', { count: rate })}</span>}
        </div>
      </div>
      <Tooltip label={t('runs:actions.pause')}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('running.pause_label', { name: run.campaign_name })}
          onClick={() => void askAndPause(run)}
        >
          <IconPlayerPause size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
