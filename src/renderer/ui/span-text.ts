import type { TFunction } from 'i18next'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `3 hours`, `2 days`: how long a stretch of time is, in its largest unit. */
export function spanText(spanMs: number, t: TFunction): string {
  const length = Math.abs(spanMs)
  if (length >= 2 * DAY_MS) return t('duration.days', { count: Math.round(length / DAY_MS) })
  if (length >= HOUR_MS) return t('duration.hours', { count: Math.round(length / HOUR_MS) })
  return t('duration.minutes', { count: Math.max(1, Math.round(length / MINUTE_MS)) })
}
