import { localeOf } from '../../../shared/i18n/locale'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A date as words; dates have no zone, so they are formatted as days of UTC. */
function format(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  formatters.set(key, known)
  return known.format(new Date(date))
}

const sameYear = (one: string, other: string) => one.slice(0, 4) === other.slice(0, 4)

/** `November 2026`, in Vietnamese `Tháng 11 năm 2026`. */
export function monthText(date: string, language: string): string {
  const text = format(date, language, { month: 'long', year: 'numeric' })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `24 Nov`, in Vietnamese `24/11`; with the year when it is not that of the other date. */
export const dayText = (date: string, language: string, other: string): string =>
  format(date, language, {
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'short',
    ...(sameYear(date, other) ? {} : { year: 'numeric' })
  })

/** `Tuesday, 24 November`; with the year when it is not that of the other date. */
export const longDayText = (date: string, language: string, other: string): string =>
  format(date, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear(date, other) ? {} : { year: 'numeric' })
  })

/** `Mon`, and in full for those who hear it. */
export const weekdayText = (date: string, language: string, style: 'short' | 'long'): string =>
  format(date, language, { weekday: style })
