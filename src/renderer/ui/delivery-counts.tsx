import { useTranslation } from 'react-i18next'
import { DELIVERY_STATES, type DeliveryCounts } from '../../shared/domain/delivery'
import { DELIVERY_TONES } from './status-badge'
import classes from './delivery-counts.module.css'

/** How a run went, in words and numbers. What did not go out is never hidden, nor is it said by colour alone. */
export function DeliveryCountsText({ counts }: { readonly counts: DeliveryCounts }) {
  const { t } = useTranslation()
  const shown = DELIVERY_STATES.filter((state) => counts[state] > 0)
  if (shown.length === 0) return <span className={classes['none']}>{t('delivery_counts.none')}</span>
  return (
    <span className={classes['counts']}>
      {shown.map((state) => (
        <span key={state} className={classes['count']} data-tone={DELIVERY_TONES[state]}>
          {t(`delivery_counts.${state}`, { count: counts[state] })}
        </span>
      ))}
    </span>
  )
}
