import type { TFunction } from 'i18next'
import type { ScheduleSettings } from '../../../shared/domain/schedule'
import { localeOf } from '../../../shared/i18n/locale'
import { zoneName } from '../../../shared/text/zone-name'
import { plainDay } from '../../../shared/text/date-format'
import { zoneCity } from '../../../shared/text/zone-clock'
import { dateOf, isDate, shownWallTime, timeOf, utcDate, weekdayOf } from './wall-time'

/** A schedule as it is typed: numbers may be missing for a moment. */
export type SummarySchedule = Pick<ScheduleSettings, 'frequency' | 'start_time' | 'timezone'> &
  Partial<ScheduleSettings>

type T = TFunction<'campaigns'>

const MONDAY_TO_FRIDAY = '0,1,2,3,4'
const DAYS_OF_WEEK = 7
/** Any Monday: weekday names come from a real date. */
const A_MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The name of a day of the week; 0 = Monday. */
export const dayName = (day: number, language: string, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: style, timeZone: 'UTC' }).format(
    new Date(A_MONDAY + day * DAY_MS)
  )

/** The name of a month; 1 = January. */
export const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, month - 1, 1))
  )

const longDate = (date: string, language: string): string =>
  plainDay(
    new Intl.DateTimeFormat(localeOf(language), {
      weekday: 'short',
      day: 'numeric',
      // Vietnamese writes 16/3/2026.
      month: language === 'vi' ? 'numeric' : 'short',
      year: 'numeric',
      timeZone: 'UTC'
    }).format(utcDate(date))
  )

/** `Vietnam time`, `London time`, `UTC`. */
export function zoneWords(zone: string, t: T): string {
  if (zoneName(zone) === 'Asia/Ho_Chi_Minh') return t('summary.zone_vietnam')
  return zone === 'UTC' ? zone : t('summary.zone_city', { city: zoneCity(zone) })
}

/** Which days of the week it runs on; none chosen means that of the start. */
function daysOf(schedule: SummarySchedule, date: string): readonly number[] {
  const chosen = [...new Set(schedule.days_of_week ?? [])].sort((a, b) => a - b)
  return chosen.length === 0 ? [weekdayOf(date)] : chosen
}

function repeats(schedule: SummarySchedule, t: T, language: string): string {
  const wallTime = shownWallTime(schedule.start_time, schedule.timezone)
  const date = dateOf(wallTime)
  const time = timeOf(wallTime)
  const interval = schedule.interval ?? 1
  const single = !(interval > 1)
  switch (schedule.frequency) {
    case 'once':
      return t('summary.once', { date: longDate(date, language), time })
    case 'daily':
      return single ? t('summary.daily', { time }) : t('summary.daily_every', { interval, time })
    case 'weekly': {
      const days = daysOf(schedule, date)
      if (days.join() === MONDAY_TO_FRIDAY)
        return single ? t('summary.weekdays', { time }) : t('summary.weekdays_every', { interval, time })
      if (days.length === DAYS_OF_WEEK && single) return t('summary.daily', { time })
      const names = new Intl.ListFormat(localeOf(language)).format(
        days.map((day) => dayName(day, language, 'long'))
      )
      return single
        ? t('summary.weekly', { days: names, time })
        : t('summary.weekly_every', { interval, days: names, time })
    }
    case 'monthly': {
      const day = schedule.day_of_month ?? Number(date.slice(8))
      return single
        ? t('summary.monthly', { day, time })
        : t('summary.monthly_every', { interval, day, time })
    }
    case 'yearly': {
      const day = schedule.day_of_month ?? Number(date.slice(8))
      const named = monthName(schedule.month_of_year ?? Number(date.slice(5, 7)), language)
      const month = language === 'vi' ? named.toLowerCase() : named
      return single
        ? t('summary.yearly', { day, month, time })
        : t('summary.yearly_every', { interval, day, month, time })
    }
  }
}

interface SummaryOptions {
  /** The zone is left out where it goes without saying. */
  readonly withZone: boolean
}

/** The whole schedule in one sentence: `Every weekday at 09:00, Vietnam time`. */
export function scheduleSummary(
  schedule: SummarySchedule,
  t: T,
  language: string,
  { withZone }: SummaryOptions = { withZone: true }
): string {
  if (!isDate(dateOf(shownWallTime(schedule.start_time, schedule.timezone)))) return t('summary.incomplete')
  const parts = [repeats(schedule, t, language)]
  if (withZone) parts.push(zoneWords(schedule.timezone, t))
  if (schedule.frequency !== 'once') {
    const lastDay = schedule.end_time?.slice(0, 10) ?? ''
    if (isDate(lastDay)) parts.push(t('summary.until', { date: longDate(lastDay, language) }))
    if (schedule.max_runs !== undefined && !Number.isNaN(schedule.max_runs))
      parts.push(t('summary.max_runs', { count: schedule.max_runs }))
    const excluded = schedule.exclude_dates?.length ?? 0
    if (excluded > 0) parts.push(t('summary.except', { count: excluded }))
  }
  return parts.join(', ')
}
