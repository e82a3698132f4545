import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './review.module.css'

interface CallsTickProps {
  readonly count: number
  /** So many are called; else so many at most. */
  readonly isCertain: boolean
  readonly ticked: boolean
  /** It was asked for without the tick. */
  readonly isMissed: boolean
  readonly onTick: (ticked: boolean) => void
}

/** Calls ring, cost money and cannot be taken back: their number has a yes of its own. */
export function CallsTick({ count, isCertain, ticked, isMissed, onTick }: CallsTickProps) {
  const { t } = useTranslation('rehearsal')
  if (count === 0) return null
  return (
    <div className={classes['tick']} data-tone="caution">
      <Checkbox
        checked={ticked}
        error={isMissed && t('review.calls_missing')}
        label={t(isCertain ? 'review.calls' : 'review.calls_at_most', { count })}
        description={t('review.calls_hint')}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </div>
  )
}
