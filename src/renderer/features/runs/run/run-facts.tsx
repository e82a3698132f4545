import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { When } from '../../../ui/when'
import classes from './run.module.css'

/** When a run was to go out, when it did, and when it was over. */
export function RunFacts({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('runs')
  return (
    <dl className={classes['facts']}>
      {run.slot !== null && (
        <Fact name={t('facts.planned')}>
          <When at={run.slot.at} zone={run.slot.zone} />
        </Fact>
      )}
      {run.started_at !== null && (
        <Fact name={t('facts.started')}>
          <When at={run.started_at} />
        </Fact>
      )}
      {run.started_at !== null && (
        <Fact name={t('facts.finished')}>
          {run.finished_at === null ? t('still_running') : <When at={run.finished_at} />}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd data-selectable>{children}</dd>
    </div>
  )
}
