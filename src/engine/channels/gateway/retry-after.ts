import { DateTime } from 'luxon'

const LONGEST_MS = 30 * 86_400_000

/**
 * How long a Retry-After header asks to wait, in milliseconds: seconds or an HTTP date in one of the three forms of
 * RFC 9110. Null when it is neither; never negative, never more than 30 days.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  const delayMs = /^\d+$/.test(text) ? Number(text) * 1000 : dateMs(text) - nowMs
  return Number.isNaN(delayMs) ? null : Math.min(Math.max(0, delayMs), LONGEST_MS)
}

/** NaN when it is no such date. Not `Date.parse`, which makes a date of `Mon, 12` and of the 31st of February. */
const dateMs = (text: string): number => DateTime.fromHTTP(text).toMillis()
