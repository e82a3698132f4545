import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './calls-tick.module.css'

interface CallsTickProps {
  readonly count: number
  /** So many are called; else so many at most. */
  readonly isCertain: boolean
  /** The yes is to one run, which begins now; else to every run of the campaign. */
  readonly isOnce?: boolean
  readonly ticked: boolean
  /** It was asked for without the tick. */
  readonly isMissed: boolean
  readonly onTick: (ticked: boolean) => void
}

/** Calls ring, cost money and cannot be taken back: their number has a yes of its own. */
export function CallsTick({ count, isCertain, isOnce = false, ticked, isMissed, onTick }: CallsTickProps) {
  const { t } = useTranslation('rehearsal')
  if (count === 0) return null
  const isSure = isCertain ? 'calls' : 'calls_at_most'
  const label = isOnce ? (`send_now.${isSure}` as const) : (`review.${isSure}` as const)
  return (
    <div className={classes['tick']} data-tone="caution">
      <Checkbox
        checked={ticked}
        error={isMissed && t('review.calls_missing')}
        label={t(label, { count })}
        description={t('review.calls_hint')}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </div>
  )
}
