import { isKnownZone } from '../../../shared/domain/primitives'
import type { Language } from '../../../shared/i18n/catalogue'
import { localeOf } from '../../../shared/i18n/locale'

/** Numbers and times as the reader of a document writes them. */
export interface Formats {
  readonly language: Language
  /** The zone of `time` and `exactTime`. */
  readonly zone: string
  readonly number: (number: number) => string
  /** A share of a whole, to a tenth of a percent; never 100 % or 0 % of what is only nearly so. */
  readonly percent: (part: number, all: number) => string
  /** `Wednesday 25 November 2026, 09:00`, in a zone of its own if one is named. */
  readonly time: (instant: string, zone?: string) => string
  /** `25/11/2026, 09:00:07` */
  readonly exactTime: (instant: string) => string
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' } as const
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const SHORT_DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const

export function formatsOf(language: Language, zone: string): Formats {
  const locale = localeOf(language)
  const known = (name: string) => (isKnownZone(name) ? name : 'UTC')
  const inZone = (name: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: known(name) })
  const shortDay = inZone(zone, SHORT_DAY)
  const second = inZone(zone, { ...MINUTE, second: '2-digit' })
  const number = new Intl.NumberFormat(locale)
  const percentFormat = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits
    })
  const percent = percentFormat(1)
  const whole = percentFormat(0)
  return {
    language,
    zone: known(zone),
    number: (value) => number.format(value),
    percent: (part, all) => {
      const share = shareOf(part, all)
      return (share === 0 || share === 1 ? whole : percent).format(share)
    },
    time: (instant, own = zone) => {
      const at = new Date(instant)
      return `${inZone(own, DAY).format(at)}, ${inZone(own, MINUTE).format(at)}`
    },
    exactTime: (instant) => {
      const at = new Date(instant)
      return `${shortDay.format(at)}, ${second.format(at)}`
    }
  }
}

const TENTH = 0.001

function shareOf(part: number, all: number): number {
  if (part === 0 || all === 0) return 0
  if (part === all) return 1
  return Math.min(1 - TENTH, Math.max(TENTH, part / all))
}
