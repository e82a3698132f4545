import type { TFunction } from 'i18next'
import { zoneCity } from '../../../shared/text/zone-clock'
import type { ClockChange } from '../../ui/zone-days'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const amount = ({ byMs }: ClockChange, t: TFunction<'calendar'>): string => {
  const length = Math.abs(byMs)
  return length % HOUR_MS === 0
    ? t('clocks.hours', { count: length / HOUR_MS })
    : t('clocks.minutes', { count: Math.round(length / MINUTE_MS) })
}

/** `Clocks go forward 1 h`; another zone than the calendar's is named. */
export function clockText(change: ClockChange, calendarZone: string, t: TFunction<'calendar'>): string {
  const way = change.byMs > 0 ? 'forward' : 'back'
  const by = amount(change, t)
  if (change.zone === calendarZone) return t(`clocks.${way}`, { by })
  return t(`clocks.${way}_in`, { by, zone: zoneCity(change.zone) })
}

/** `+1 h`, where there is no room for a sentence. */
export const clockSign = (change: ClockChange, t: TFunction<'calendar'>): string =>
  `${change.byMs > 0 ? '+' : '−'}${amount(change, t)}`
