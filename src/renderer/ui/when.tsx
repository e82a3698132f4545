import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../stores/settings-store'
import { formatDateTime, formatRelative } from './date-format'
import { useNow } from './use-now'
import { sameOffset, zoneCity } from './zones'
import classes from './when.module.css'

interface WhenProps {
  /** A UTC instant. */
  readonly at: string
  /** The zone to show it in; without one, the zone of this computer. */
  readonly zone?: string
  /** Adds `in 3 hours`. */
  readonly withRelative?: boolean
}

const MINUTE_MS = 60_000

/** An instant in its zone, and in the zone of this computer where the two clocks differ. */
export function When({ at, zone, withRelative = false }: WhenProps) {
  const { t, i18n } = useTranslation()
  const localZone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS / 2))
  const instant = new Date(at)
  const shownZone = zone ?? localZone
  const differs = !sameOffset(instant, shownZone, localZone)
  return (
    <span className={classes['when']}>
      <time dateTime={at} className={classes['main']}>
        {formatDateTime(instant, shownZone, i18n.language, now)}
        {differs && <span className={classes['zone']}> {zoneCity(shownZone)}</span>}
      </time>
      {(differs || withRelative) && (
        <span className={classes['more']}>
          {[
            withRelative ? formatRelative(instant, now, i18n.language) : '',
            differs ? t('when.local', { time: formatDateTime(instant, localZone, i18n.language, now) }) : ''
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      )}
    </span>
  )
}
