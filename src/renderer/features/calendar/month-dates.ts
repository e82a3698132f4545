import { plusDays } from '../../ui/zone-days'

/** 0 = Monday ... 6 = Sunday. */
export const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7

const WEEK = 7

/** The same day so many months later or earlier; the last of the month where it is shorter. */
export function plusMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return last.toISOString().slice(0, 8) + String(Math.min(day, last.getUTCDate())).padStart(2, '0')
}

/** Every date from one to another, both inclusive. */
export function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  for (let date = first; date <= last; date = plusDays(date, 1)) dates.push(date)
  return dates
}

/** The whole weeks, from Monday on, in which a date's month lies. */
export function monthDates(date: string): string[] {
  const first = `${date.slice(0, 8)}01`
  const last = plusDays(plusMonths(first, 1), -1)
  return datesBetween(plusDays(first, -weekdayOf(first)), plusDays(last, WEEK - 1 - weekdayOf(last)))
}

/** Where a key leads from a day of a month; null for every other key. */
export function dayAfterKey(date: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(date, -1)
    case 'ArrowRight':
      return plusDays(date, 1)
    case 'ArrowUp':
      return plusDays(date, -WEEK)
    case 'ArrowDown':
      return plusDays(date, WEEK)
    case 'Home':
      return plusDays(date, -weekdayOf(date))
    case 'End':
      return plusDays(date, WEEK - 1 - weekdayOf(date))
    case 'PageUp':
      return plusMonths(date, -1)
    case 'PageDown':
      return plusMonths(date, 1)
    default:
      return null
  }
}
