import { useTranslation } from 'react-i18next'
import type { ChannelWait } from '../../../../shared/domain/run'
import { formatBeside, formatDateTime, formatTimeWithSeconds } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { useNow } from '../../../ui/use-now'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** When a channel that waits goes on and is expected to be done: `next 14:02 · done about 14:35`, `until 07:00`. */
export function useWaitText({ reason, until, eta }: Pick<ChannelWait, 'reason' | 'until' | 'eta'>): string {
  const { t, i18n } = useTranslation('runs')
  const zone = useLocalZone()
  const nowMs = useNow(MINUTE_MS)
  const time = (at: string): string => {
    const instant = new Date(at)
    const leftMs = instant.getTime() - nowMs
    if (leftMs >= DAY_MS) return formatDateTime(instant, zone, i18n.language, new Date(nowMs))
    return leftMs < 2 * MINUTE_MS
      ? formatTimeWithSeconds(instant, zone, i18n.language)
      : formatBeside(instant, zone, zone, i18n.language)
  }
  return [
    ...(until === undefined
      ? []
      : [t(reason === 'quiet_hours' ? 'waits.until' : 'waits.next', { time: time(until) })]),
    ...(eta === undefined ? [] : [t('waits.eta', { time: time(eta) })])
  ].join(' · ')
}
