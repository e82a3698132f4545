import type { TFunction } from 'i18next'
import { formatRelative } from '../../shared/text/date-format'

const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 3_600
const DAY_S = 86_400

/** How far away something is: counted down while it is to come, `2 hours ago` once it is over. */
export const distanceText = (at: Date, nowMs: number, t: TFunction, language: string): string =>
  at.getTime() > nowMs ? countdownText(at, nowMs, t, language) : formatRelative(at, new Date(nowMs), language)

/** `in 12 min 30 s`, `in 3 h 12 min`: how long something is away, in seconds for the last hour, coarser before. */
export function countdownText(at: Date, nowMs: number, t: TFunction, language: string): string {
  const seconds = Math.ceil((at.getTime() - nowMs) / SECOND_MS)
  if (seconds <= 0) return t('when.now')
  if (seconds < MINUTE_S) return t('when.in_seconds', { seconds })
  if (seconds < HOUR_S)
    return t('when.in_minutes', { minutes: Math.floor(seconds / MINUTE_S), seconds: seconds % MINUTE_S })
  if (seconds < DAY_S)
    return t('when.in_hours', {
      hours: Math.floor(seconds / HOUR_S),
      minutes: Math.floor((seconds % HOUR_S) / MINUTE_S)
    })
  return formatRelative(at, new Date(nowMs), language)
}
