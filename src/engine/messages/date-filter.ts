import { DateTime } from 'luxon'

/** Now, as a text knows it, and the zone of its dates. */
export interface TextClock {
  /** Epoch milliseconds. */
  readonly nowMs: number
  /** IANA name; UTC for one that is not known. */
  readonly zone: string
}

const DEFAULT_FORMAT = '%d/%m/%Y'
/** A whole date in front: luxon would read "10:30" as today, by the computer's own clock. */
const WRITTEN = /^\d{4}-\d{2}-\d{2}([T ]|$)/
const SECONDS = /^\d{1,12}$/
const CODE = /%([-_0^]?)([A-Za-z%])/g

/**
 * Liquid's `date`, in the zone of the campaign and with the instant of its run as "now", so that a text which is sent
 * again is the same text. A date without an offset is meant in that zone. What is no date stays as it is.
 */
export function formatDate(value: unknown, format: unknown, clock: TextClock): unknown {
  const date = readDate(value, clock)
  if (date?.isValid !== true) return value
  return strftime(date, typeof format === 'string' ? format : DEFAULT_FORMAT)
}

function readDate(value: unknown, { nowMs, zone: wanted }: TextClock): DateTime | null {
  const zone = DateTime.fromMillis(nowMs, { zone: wanted }).isValid ? wanted : 'UTC'
  if (value === 'now' || value === 'today') return DateTime.fromMillis(nowMs, { zone })
  if (typeof value === 'number') return DateTime.fromSeconds(value, { zone })
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (SECONDS.test(text)) return DateTime.fromSeconds(Number(text), { zone })
  if (!WRITTEN.test(text)) return null
  return DateTime.fromISO(text.replace(' ', 'T').replaceAll(' ', ''), { zone })
}

/** One part of a date, and how wide it is filled up to. */
interface Part {
  readonly text: string
  readonly width: number
  readonly fill: ' ' | '0'
}

const word = (text: string): Part => ({ text, width: 0, fill: ' ' })
const padded = (value: number, width: number): Part => ({ text: String(value), width, fill: '0' })
const spaced = (value: number): Part => ({ text: String(value), width: 2, fill: ' ' })
const named = (date: DateTime, format: string): Part => word(date.setLocale('en').toFormat(format))
const twelve = ({ hour }: DateTime): number => hour % 12 || 12

/** The codes of strftime that messages use. */
const CODES: Readonly<Record<string, (date: DateTime) => Part>> = {
  Y: ({ year }) => padded(year, 4),
  y: ({ year }) => padded(year % 100, 2),
  m: ({ month }) => padded(month, 2),
  B: (date) => named(date, 'LLLL'),
  b: (date) => named(date, 'LLL'),
  h: (date) => named(date, 'LLL'),
  d: ({ day }) => padded(day, 2),
  e: ({ day }) => spaced(day),
  j: ({ ordinal }) => padded(ordinal, 3),
  A: (date) => named(date, 'cccc'),
  a: (date) => named(date, 'ccc'),
  u: ({ weekday }) => padded(weekday, 1),
  w: ({ weekday }) => padded(weekday % 7, 1),
  H: ({ hour }) => padded(hour, 2),
  k: ({ hour }) => spaced(hour),
  I: (date) => padded(twelve(date), 2),
  l: (date) => spaced(twelve(date)),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  L: ({ millisecond }) => padded(millisecond, 3),
  p: ({ hour }) => word(hour < 12 ? 'AM' : 'PM'),
  P: ({ hour }) => word(hour < 12 ? 'am' : 'pm'),
  s: (date) => word(String(Math.floor(date.toSeconds()))),
  z: (date) => word(date.toFormat('ZZZ')),
  Z: ({ zoneName }) => word(zoneName ?? ''),
  F: (date) => word(strftime(date, '%Y-%m-%d')),
  D: (date) => word(strftime(date, '%m/%d/%y')),
  R: (date) => word(strftime(date, '%H:%M')),
  T: (date) => word(strftime(date, '%H:%M:%S')),
  n: () => word('\n'),
  t: () => word('\t'),
  '%': () => word('%')
}

/** Other codes are left as they are written, so that the preview shows them. */
function strftime(date: DateTime, pattern: string): string {
  return pattern.replace(CODE, (written, flag: string, code: string) => {
    const part = CODES[code]?.(date)
    if (part === undefined) return written
    if (flag === '^') return part.text.toUpperCase()
    if (part.width === 0 || flag === '-') return part.text
    return part.text.padStart(part.width, flag === '_' ? ' ' : flag === '0' ? '0' : part.fill)
  })
}
