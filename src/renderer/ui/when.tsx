import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../stores/settings-store'
import { distanceText } from './countdown-text'
import { useCountdownNow } from './use-now'
import { formatBeside, formatDateTime } from '../../shared/text/date-format'
import { sameOffset, zoneCity } from '../../shared/text/zone-clock'
import classes from './when.module.css'

interface WhenProps {
  /** A UTC instant. */
  readonly at: string
  /** The zone to show it in; without one, the zone of this computer. */
  readonly zone?: string
  /** Adds `in 3 h 12 min`. */
  readonly withRelative?: boolean
  /** On one line, where there is room. */
  readonly inline?: boolean
}

/** An instant in its zone, and in the zone of this computer where the two clocks differ. */
export function When({ at, zone, withRelative = false, inline = false }: WhenProps) {
  const { t, i18n } = useTranslation()
  const localZone = useLocalZone()
  const instant = new Date(at)
  const nowMs = useCountdownNow(withRelative ? instant.getTime() : 0)
  const shownZone = zone ?? localZone
  const differs = !sameOffset(instant, shownZone, localZone)
  return (
    <span className={classes['when']} data-inline={inline || undefined}>
      <time dateTime={at} className={classes['line']}>
        {formatDateTime(instant, shownZone, i18n.language, new Date(nowMs))}
      </time>
      {withRelative && (
        <span className={classes['more']}>{distanceText(instant, nowMs, t, i18n.language)}</span>
      )}
      {differs && (
        <span className={classes['more']}>
          {zoneCity(shownZone)} ·{' '}
          {t('when.local', { time: formatBeside(instant, localZone, shownZone, i18n.language) })}
        </span>
      )}
    </span>
  )
}
