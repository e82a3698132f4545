import { useTranslation } from 'react-i18next'
import { formatDate, formatTimeWithSeconds } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { useNow } from '../../../ui/use-now'

const MINUTE_MS = 60_000

interface ExactTimeProps {
  readonly at: string
  /** A time that stands beside it: the day is left out when it is the same. */
  readonly beside?: string | undefined
}

/** `Tue 24 Nov, 09:00:07` on this computer's clock: to the second, for comparing with a gateway's own log. */
export function ExactTime({ at, beside }: ExactTimeProps) {
  const { i18n } = useTranslation()
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  const instant = new Date(at)
  const day = formatDate(instant, zone, i18n.language, now)
  const time = formatTimeWithSeconds(instant, zone, i18n.language)
  const isSameDay = beside !== undefined && formatDate(new Date(beside), zone, i18n.language, now) === day
  return <time dateTime={at}>{isSameDay ? time : `${day}, ${time}`}</time>
}
