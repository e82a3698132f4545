const LONGEST_MS = 30 * 86_400_000

/** An HTTP date begins with a day's name in all three forms of RFC 9110; anything else would be a guess. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /

/**
 * How long a Retry-After header asks to wait, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). Null when
 * it says nothing that can be understood; never negative, never more than 30 days.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  const delayMs = /^\d+$/.test(text) ? Number(text) * 1000 : dateMs(text) - nowMs
  return Number.isNaN(delayMs) ? null : Math.min(Math.max(0, delayMs), LONGEST_MS)
}

function dateMs(text: string): number {
  if (!HTTP_DATE.test(text)) return NaN
  // The asctime form names no zone and means UTC.
  return Date.parse(/(GMT|UTC)$/.test(text) ? text : `${text} GMT`)
}
