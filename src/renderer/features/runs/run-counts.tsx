import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeliveryCounts, DeliveryState } from '../../../shared/domain/delivery'
import { DELIVERY_TONES } from '../../ui/status-badge'
import classes from './runs.module.css'

/** How deliveries end, the good end first. */
export const SETTLED_STATES = ['sent', 'failed', 'unknown', 'skipped'] as const

interface RunCountsProps {
  readonly counts: DeliveryCounts
  /** Makes the numbers that did not simply go well a way to those deliveries. */
  readonly onState?: (state: DeliveryState) => void
}

/** How a run stands on one line: what is settled, then what is still to go. */
export function RunCounts({ counts, onState }: RunCountsProps) {
  const { t } = useTranslation(['runs', 'common'])
  const toGo = counts.queued + counts.sending
  const shown = SETTLED_STATES.filter((state) => counts[state] > 0)
  if (shown.length === 0 && toGo === 0)
    return <span className={classes['quiet']}>{t('common:delivery_counts.none')}</span>
  return (
    <span className={classes['counts']}>
      {shown.map((state) => (
        <StateCount key={state} state={state} count={counts[state]} onState={onState} />
      ))}
      {toGo > 0 && <span data-tone="neutral">{t('to_go', { count: toGo })}</span>}
    </span>
  )
}

interface StateCountProps {
  readonly state: (typeof SETTLED_STATES)[number]
  readonly count: number
  readonly onState: ((state: DeliveryState) => void) | undefined
}

/** `2 failed`: words, or a link to those deliveries. */
export function StateCount({ state, count, onState }: StateCountProps) {
  const { t } = useTranslation()
  const words = t(`delivery_counts.${state}`, { count })
  if (onState === undefined || state === 'sent')
    return (
      <span className={classes['count']} data-tone={DELIVERY_TONES[state]}>
        {words}
      </span>
    )
  return (
    <UnstyledButton
      className={classes['count']}
      data-tone={DELIVERY_TONES[state]}
      data-link
      onClick={() => onState(state)}
    >
      {words}
    </UnstyledButton>
  )
}
