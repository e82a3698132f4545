import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../stores/settings-store'
import { formatBeside, formatDateTime, formatRelative } from './date-format'
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
  /** On one line, where there is room. */
  readonly inline?: boolean
}

const HALF_A_MINUTE_MS = 30_000

/** An instant in its zone, and in the zone of this computer where the two clocks differ. */
export function When({ at, zone, withRelative = false, inline = false }: WhenProps) {
  const { t, i18n } = useTranslation()
  const localZone = useLocalZone()
  const now = new Date(useNow(HALF_A_MINUTE_MS))
  const instant = new Date(at)
  const shownZone = zone ?? localZone
  const differs = !sameOffset(instant, shownZone, localZone)
  return (
    <span className={classes['when']} data-inline={inline || undefined}>
      <time dateTime={at} className={classes['line']}>
        {formatDateTime(instant, shownZone, i18n.language, now)}
      </time>
      {withRelative && <span className={classes['more']}>{formatRelative(instant, now, i18n.language)}</span>}
      {differs && (
        <span className={classes['more']}>
          {zoneCity(shownZone)} ·{' '}
          {t('when.local', { time: formatBeside(instant, localZone, shownZone, i18n.language) })}
        </span>
      )}
    </span>
  )
}
