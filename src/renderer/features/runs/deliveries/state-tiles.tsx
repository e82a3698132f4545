import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeliveryCounts, DeliveryState } from '../../../../shared/domain/delivery'
import { localeOf } from '../../../../shared/i18n/locale'
import { DELIVERY_TONES } from '../../../ui/status-badge'
import { PROGRESS_ORDER } from '../../../ui/progress-parts'
import { settledOf } from '../run-progress'
import classes from './deliveries.module.css'

interface StateTilesProps {
  readonly counts: DeliveryCounts
  /** Nothing waits in a run that has ended, so those two tiles would only be noise. */
  readonly isOpen: boolean
  readonly state: DeliveryState | 'all'
  readonly onState: (state: DeliveryState | 'all') => void
}

/** How many deliveries are in each state; a click shows only those, a second one all again. */
export function StateTiles({ counts, isOpen, state, onState }: StateTilesProps) {
  const { t, i18n } = useTranslation(['common', 'runs'])
  const shown = PROGRESS_ORDER.filter((one) => isOpen || (one !== 'queued' && one !== 'sending'))
  const number = (count: number) => count.toLocaleString(localeOf(i18n.language))
  return (
    <div className={classes['tiles']} role="group" aria-label={t('runs:states_label')}>
      <UnstyledButton
        className={classes['tile']}
        aria-pressed={state === 'all'}
        onClick={() => onState('all')}
      >
        <span>{t('runs:all_states')}</span>
        <span className={classes['tileCount']}>{number(settledOf(counts).total)}</span>
      </UnstyledButton>
      {shown.map((one) => (
        <UnstyledButton
          key={one}
          className={classes['tile']}
          data-tone={DELIVERY_TONES[one]}
          data-zero={counts[one] === 0 || undefined}
          aria-pressed={state === one}
          title={t(`common:delivery_state_meaning.${one}`)}
          onClick={() => onState(state === one ? 'all' : one)}
        >
          <span className={classes['tileName']} data-state={one}>
            {t(`common:delivery_state.${one}`)}
          </span>
          <span className={classes['tileCount']}>{number(counts[one])}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}
