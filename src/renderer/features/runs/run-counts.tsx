import { useTranslation } from 'react-i18next'
import type { DeliveryCounts } from '../../../shared/domain/delivery'
import { DELIVERY_TONES } from '../../ui/status-badge'
import classes from './runs.module.css'

const SETTLED = ['sent', 'failed', 'unknown', 'skipped'] as const

/** How a run stands on one line: what is settled, then what is still to go. */
export function RunCounts({ counts }: { readonly counts: DeliveryCounts }) {
  const { t } = useTranslation(['runs', 'common'])
  const toGo = counts.queued + counts.sending
  const total = toGo + counts.sent + counts.failed + counts.unknown + counts.skipped
  if (total === 0) return <span className={classes['quiet']}>{t('common:delivery_counts.none')}</span>
  return (
    <span className={classes['counts']}>
      {SETTLED.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} data-tone={DELIVERY_TONES[state]}>
          {t(`common:delivery_counts.${state}`, { count: counts[state] })}
        </span>
      ))}
      {toGo > 0 && <span data-tone="neutral">{t('to_go', { count: toGo })}</span>}
    </span>
  )
}
