import { IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { localeOf } from '../../../../shared/i18n/locale'
import { useRunsStore } from '../../../stores/runs-store'
import { EmptyState } from '../../../ui/empty-state'
import { ComparedRow } from './compared-row'
import { COMPARED_STATES, differencesOf, earlierRuns, largestOf } from './comparison'
import classes from './compared.module.css'

/** A run beside the runs of its campaign that went before it. */
export function ComparedTab({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['runs', 'common'])
  const runs = useRunsStore((state) => state.runs)
  const earlier = useMemo(() => earlierRuns(runs, run), [runs, run])
  if (earlier.length === 0) {
    return <EmptyState icon={IconHistory} title={t('compared.first_title')} text={t('compared.first_text')} />
  }
  const shown = [run, ...earlier]
  const largest = largestOf(shown)
  return (
    <div className={classes['compared']} tabIndex={0} role="group" aria-label={t('tabs.compared')}>
      <Differences run={run} earlier={earlier} />
      <table className={classes['table']} aria-label={t('tabs.compared')}>
        <thead>
          <tr>
            <th scope="col">{t('compared.run')}</th>
            {COMPARED_STATES.map((state) => (
              <th key={state} scope="col">
                {t(`common:delivery_state.${state}`)}
              </th>
            ))}
            <th scope="col" data-align="end">
              {t('compared.lasted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <ComparedRow key={one.id} run={one} isThis={one.id === run.id} largest={largest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface DifferencesProps {
  readonly run: RunSummary
  readonly earlier: readonly RunSummary[]
}

/** `2 more failed and 3 fewer sent than last time.` */
function Differences({ run, earlier }: DifferencesProps) {
  const { t, i18n } = useTranslation('runs')
  const differences = differencesOf(run, earlier)
  if (differences === null) return null
  if (differences.length === 0) return <p className={classes['sentence']}>{t('compared.same')}</p>
  const parts = differences.map(({ state, by }) =>
    t(by > 0 ? `compared.more.${state}` : `compared.fewer.${state}`, { count: Math.abs(by) })
  )
  const list = new Intl.ListFormat(localeOf(i18n.language), { type: 'conjunction' }).format(parts)
  return <p className={classes['sentence']}>{t('compared.than_last', { list })}</p>
}
