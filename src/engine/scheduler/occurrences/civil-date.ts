export const DAY_MS = 86_400_000

export interface CivilDate {
  readonly year: number
  /** 1-12 */
  readonly month: number
  /** 1-31 */
  readonly date: number
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar; negative before it.
 * Not `Date.UTC`, which reads the years 0 to 99 as 1900 to 1999.
 */
export const dayNumber = ({ year, month, date }: CivilDate): number =>
  new Date(0).setUTCFullYear(year, month - 1, date) / DAY_MS

/** The date that is `day` days after 1970-01-01. */
export function civilDate(day: number): CivilDate {
  const utc = new Date(day * DAY_MS)
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() }
}

/** 28 to 31; `month` is 1-12. */
export function daysInMonth(year: number, month: number): number {
  const last = new Date(0)
  last.setUTCFullYear(year, month, 0)
  return last.getUTCDate()
}

/** 0 = Monday ... 6 = Sunday, as `days_of_week` and ISO weeks count. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/**
 * `yyyy-MM-ddTHH:mm:ss` of a wall time, given as the milliseconds that UTC would have at that wall time.
 * For the years 0 to 9999. Not `toISOString`, which takes most of the time of computing a slot.
 */
export function wallText(wallMs: number): string {
  const utc = new Date(wallMs)
  const date = `${padded(utc.getUTCFullYear(), 4)}-${padded(utc.getUTCMonth() + 1)}-${padded(utc.getUTCDate())}`
  return `${date}T${padded(utc.getUTCHours())}:${padded(utc.getUTCMinutes())}:${padded(utc.getUTCSeconds())}`
}

const padded = (value: number, digits = 2) => String(value).padStart(digits, '0')
