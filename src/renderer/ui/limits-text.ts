import type { TFunction } from 'i18next'
import type { ChannelLimits } from '../../shared/domain/settings'
import { localeOf } from '../../shared/i18n/locale'

const WINDOWS = ['per_second', 'per_minute', 'per_hour', 'per_day'] as const

/** Limits as stored, or as they are typed: then a number may be text. */
type ShownLimits = Readonly<Record<keyof ChannelLimits, number | string>>

/** Do two sets of limits say the same? */
export const isSameLimits = (one: ShownLimits, other: ShownLimits): boolean =>
  (Object.keys(one) as (keyof ShownLimits)[]).every((key) => one[key] === other[key])

/** `One at a time, at most 20 a minute and 200 an hour, 1–4 s apart`: what the numbers come to. */
export function limitsText(
  limits: ShownLimits,
  t: TFunction<readonly ['settings', 'common']>,
  language: string
): string {
  const number = (value: number | string) => Number(value).toLocaleString(localeOf(language))
  const parts: string[] = []
  if (Number(limits.concurrency) > 0) {
    parts.push(t('limits.says.concurrency', { count: Number(limits.concurrency) }))
  }
  const windows = WINDOWS.filter((key) => Number(limits[key]) > 0).map((key) =>
    t(`limits.says.${key}`, { number: number(limits[key]) })
  )
  if (windows.length > 0) {
    const list = new Intl.ListFormat(localeOf(language)).format(windows)
    parts.push(t('limits.says.at_most', { list }))
  }
  if (Number(limits.gap_max_s) > 0) {
    parts.push(
      limits.gap_min_s === limits.gap_max_s
        ? t('limits.says.gap', { from: number(limits.gap_min_s) })
        : t('limits.says.gaps', { from: number(limits.gap_min_s), to: number(limits.gap_max_s) })
    )
  }
  if (parts.length === 0) return t('limits.says.none')
  const text = parts.join('; ')
  return `${text.charAt(0).toLocaleUpperCase(localeOf(language))}${text.slice(1)}.`
}
