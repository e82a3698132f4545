/** Wall times are strings (`2026-11-24T09:00:00`): what a clock on the wall shows, without saying where the wall is. */

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const hasOffset = (time: string): boolean => /(Z|[+-]\d{2}:?\d{2})$/.test(time)

/** What a clock in the zone shows at an instant. */
export function wallTimeIn(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '00'
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
  return `${date}T${part('hour')}:${part('minute')}:${part('second')}`
}

/** The next full hour of the zone's clock: where a new schedule starts. */
export const nextFullHour = (now: Date, zone: string): string =>
  `${wallTimeIn(new Date(now.getTime() + HOUR_MS), zone).slice(0, 13)}:00:00`

/** A stored start as wall time: an instant (with offset or Z) is shown in the zone, a wall time as it is. */
export function shownWallTime(time: string, zone: string): string {
  if (!hasOffset(time)) return time.length === 16 ? `${time}:00` : time.slice(0, 19)
  try {
    return wallTimeIn(new Date(time), zone)
  } catch {
    return time.slice(0, 19)
  }
}

/** `2026-11-24` of a wall time. */
export const dateOf = (wallTime: string): string => wallTime.slice(0, 10)

/** `09:00` of a wall time. */
export const timeOf = (wallTime: string): string => wallTime.slice(11, 16)

/** A calendar date as a Date at UTC midnight, to be formatted in UTC. */
export const utcDate = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** 0 = Monday, as in the schedule. */
export const weekdayOf = (date: string): number => (utcDate(date).getUTCDay() + 6) % 7

/** Is it a date of the calendar, such as `2026-02-28`? */
export const isDate = (date: string): boolean => {
  const at = utcDate(date)
  return date.length === 10 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

/** The date so many days later; nothing when it is no date. */
export function laterDate(date: string, days: number): string {
  if (!isDate(date)) return ''
  return new Date(utcDate(date).getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** Reads a date as people type it: `24/11/2026`, `24.11.2026`, `2026-11-24`. Anything else is null. */
export function parseTypedDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const typed = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : typed
      ? [typed[3], typed[2], typed[1]]
      : [undefined, undefined, undefined]
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}
