import { DAY_MS, dayNumber, daysInMonth } from './civil-date'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/

export interface WrittenDateTime {
  /** The wall time as written, as the milliseconds that UTC would have at it. */
  readonly wallMs: number
  /** What was written behind it: milliseconds east of UTC, or null for a wall time without an offset. */
  readonly offsetMs: number | null
}

/** The day number of a date `yyyy-MM-dd`; null when there is no such day, as for 2023-02-30. Years 1 to 9999. */
export function readDate(text: string): number | null {
  if (!DATE.test(text)) return null
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return dayNumber({ year, month, date })
}

/**
 * Reads a date-time with or without an offset; null when there is no such day, time or offset (hours 0-23, no leap
 * seconds). A fraction of a second is dropped: slots fall on whole seconds.
 */
export function readDateTime(text: string): WrittenDateTime | null {
  const parts = DATE_TIME.exec(text)
  if (!parts) return null
  const [, dateText = '', hour, minute, second, utc, sign, offsetHour, offsetMinute] = parts
  const day = readDate(dateText)
  const timeMs = clockMs(hour, minute, second)
  const eastMs = clockMs(offsetHour, offsetMinute)
  if (day === null || timeMs === null || eastMs === null) return null
  const wallMs = day * DAY_MS + timeMs
  if (utc === undefined && sign === undefined) return { wallMs, offsetMs: null }
  return { wallMs, offsetMs: sign === '-' ? -eastMs : eastMs }
}

function clockMs(hour = '0', minute = '0', second = '0'): number | null {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
}
