import type { Frequency } from '../../../shared/domain/schedule'
import { civilDate, dayNumber, daysInMonth, weekdayOf } from './civil-date'

export interface CalendarDate {
  /** Days since 1970-01-01. */
  readonly day: number
  /** The date stands in for one that its month lacks. */
  readonly shortMonth: boolean
}

/**
 * The dates that a schedule names, in periods numbered from `start_time`'s own (0): one date, or one week's dates.
 * A date of period 0 may lie before `start_time`: the caller leaves it out.
 */
export interface Calendar {
  readonly lastPeriod: number
  /** Where to look for dates near `day`: earlier periods hold only dates before it, later ones only dates after it. */
  readonly periodOf: (day: number) => number
  /** Ascending. */
  readonly datesOf: (period: number) => readonly CalendarDate[]
}

/** What the calendar needs of a schedule, with everything that was left out filled in from `start_time`. */
export interface CalendarRule {
  readonly frequency: Frequency
  readonly interval: number
  readonly startDay: number
  /** 0 = Monday ... 6 = Sunday, ascending. */
  readonly weekdays: readonly number[]
  readonly dayOfMonth: number
  /** 1-12 */
  readonly monthOfYear: number
}

const wholeDate = (day: number): CalendarDate => ({ day, shortMonth: false })

const periodsSince = (units: number, interval: number) => Math.max(0, Math.floor(units / interval))

/** Which local dates a rule names. Intervals count days, ISO weeks, months or years from those of `startDay`. */
export function calendarOf(rule: CalendarRule): Calendar {
  const { interval, startDay } = rule
  switch (rule.frequency) {
    case 'once':
      return { lastPeriod: 0, periodOf: () => 0, datesOf: () => [wholeDate(startDay)] }
    case 'daily':
      return {
        lastPeriod: Infinity,
        periodOf: (day) => periodsSince(day - startDay, interval),
        datesOf: (period) => [wholeDate(startDay + period * interval)]
      }
    case 'weekly':
      return weekly(rule)
    case 'monthly':
    case 'yearly':
      return byMonth(rule)
  }
}

function weekly({ interval, startDay, weekdays }: CalendarRule): Calendar {
  const firstMonday = startDay - weekdayOf(startDay)
  const stepDays = interval * 7
  return {
    lastPeriod: Infinity,
    periodOf: (day) => periodsSince(day - firstMonday, stepDays),
    datesOf: (period) => weekdays.map((weekday) => wholeDate(firstMonday + period * stepDays + weekday))
  }
}

function byMonth({ frequency, interval, startDay, dayOfMonth, monthOfYear }: CalendarRule): Calendar {
  const start = civilDate(startDay)
  const yearly = frequency === 'yearly'
  const firstMonth = start.year * 12 + (yearly ? monthOfYear : start.month) - 1
  const stepMonths = yearly ? interval * 12 : interval
  return {
    lastPeriod: Infinity,
    periodOf: (day) => {
      const { year, month } = civilDate(day)
      return periodsSince(year * 12 + month - 1 - firstMonth, stepMonths)
    },
    datesOf: (period) => {
      const months = firstMonth + period * stepMonths
      const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
      const date = Math.min(dayOfMonth, daysInMonth(year, month))
      return [{ day: dayNumber({ year, month, date }), shortMonth: date < dayOfMonth }]
    }
  }
}
