import { formatDate, formatDateTime, formatTime } from '../../../../shared/text/date-format'

const MINUTE_MS = 60_000

/**
 * When something ends, as it is said behind its beginning: `18:40`, with the day when that is another one. Null when it
 * is over within a minute: the same time twice would say nothing.
 */
export function endWhen(begins: Date, ends: Date, zone: string, language: string): string | null {
  if (ends.getTime() - begins.getTime() <= MINUTE_MS) return null
  const isSameDay = formatDate(begins, zone, language, begins) === formatDate(ends, zone, language, begins)
  return isSameDay ? formatTime(ends, zone, language) : formatDateTime(ends, zone, language, begins)
}
