import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../../stores/settings-store'
import { formatDate, formatTimeWithSeconds } from '../../ui/date-format'
import { useNow } from '../../ui/use-now'

const MINUTE_MS = 60_000

/** `Tue 24 Nov, 09:00:07` on this computer's clock: to the second, for comparing with a gateway's own log. */
export function ExactTime({ at }: { readonly at: string }) {
  const { i18n } = useTranslation()
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  const instant = new Date(at)
  return (
    <time dateTime={at}>
      {formatDate(instant, zone, i18n.language, now)}, {formatTimeWithSeconds(instant, zone, i18n.language)}
    </time>
  )
}
