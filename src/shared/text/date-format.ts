import { isKnownZone } from '../domain/primitives'
import type { Language } from '../i18n/catalogue'
import { localeOf } from '../i18n/locale'
import { sameOffset, zoneCity } from './zone-clock'

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Making a formatter costs a hundred times as much as using it; lists use thousands. A stored zone that this runtime
 * does not know is shown as UTC: it must not take the page with it.
 */
function formatter(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), {
    ...options,
    timeZone: isKnownZone(zone) ? zone : 'UTC'
  })
  formatters.set(key, made)
  return made
}

const yearOf = (at: Date, zone: string): string =>
  formatter('en' satisfies Language, zone, { year: 'numeric' }).format(at)

/** `09:00`. */
export const formatTime = (at: Date, zone: string, language: string): string =>
  formatter(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** `09:00:07`, for logs. */
export const formatTimeWithSeconds = (at: Date, zone: string, language: string): string =>
  formatter(language, zone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  }).format(at)

/** `6/2` of the `06/2` that the Vietnamese data gives: a nought before the day, and none before the month. */
export const plainDay = (date: string): string => date.replace(/\b0(?=\d\/)/, '')

/** `Tue 24 Nov`, in Vietnamese `Th 3, 24/11` as dates are written there; with the year when it is not this one. */
export function formatDate(at: Date, zone: string, language: string, now: Date): string {
  const thisYear = yearOf(at, zone) === yearOf(now, zone)
  const date = formatter(language, zone, {
    weekday: 'short',
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
    ...(thisYear ? {} : { year: 'numeric' })
  }).format(at)
  return plainDay(date)
}

/** `Tue 24 Nov, 09:00`. */
export const formatDateTime = (at: Date, zone: string, language: string, now: Date): string =>
  `${formatDate(at, zone, language, now)}, ${formatTime(at, zone, language)}`

/**
 * `Tue 24 Nov, 09:00 Ho Chi Minh`: in the zone of what it is about, with its city where the clocks there show another time
 * than those here.
 */
export function formatDateTimeOf(at: Date, zone: string, here: string, language: string, now: Date): string {
  const time = formatDateTime(at, zone, language, now)
  return sameOffset(at, zone, here) ? time : `${time} ${zoneCity(zone)}`
}

/** `Tue 09:00`, for what lies within a week. */
export const formatWeekdayTime = (at: Date, zone: string, language: string): string =>
  `${formatter(language, zone, { weekday: 'short' }).format(at)} ${formatTime(at, zone, language)}`

/** `09:00`, with the weekday when that is another day than the one shown beside it. */
export function formatBeside(at: Date, zone: string, besideZone: string, language: string): string {
  const day = (of: string) => formatter(language, of, { weekday: 'short' }).format(at)
  const time = formatTime(at, zone, language)
  return day(zone) === day(besideZone) ? time : `${day(zone)} ${time}`
}

const relative = new Map<string, Intl.RelativeTimeFormat>()

/** A unit is used from so many of it on: two months say more than 61 days, and 40 days more than one month. */
const UNITS = [
  ['year', 365 * 86_400_000, 2],
  ['month', 30 * 86_400_000, 2],
  ['day', 86_400_000, 1],
  ['hour', 3_600_000, 1],
  ['minute', 60_000, 1]
] as const

/** `in 3 hours`, `tomorrow`, `2 days ago`; under a minute it is `now`. */
export function formatRelative(at: Date, now: Date, language: string): string {
  let format = relative.get(language)
  if (!format) {
    format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' })
    relative.set(language, format)
  }
  const distance = at.getTime() - now.getTime()
  for (const [unit, length, from] of UNITS)
    if (Math.abs(distance) >= length * from) return format.format(Math.trunc(distance / length), unit)
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(0, 'second')
}
