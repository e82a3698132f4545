import { z } from 'zod'

/** The seed's `_id`: a MongoDB ObjectId as 24 lower-case hex digits. */
export const objectIdSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/i, 'id_invalid')
  .toLowerCase()

/** An instant, stored as UTC ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime({ error: 'date_time_invalid' })

/** A wall-clock date-time (`2024-01-01T09:00:00`, seconds optional) or one with an offset or Z (an instant). */
export const dateTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/, 'date_time_invalid')

/** A calendar date, `2024-01-31`. */
export const dateSchema = z.iso.date({ error: 'date_invalid' })

/** Does this runtime know the IANA zone? Also the guard against `__proto__` and other words that are no zone. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const zoneSchema = z.string().refine(isKnownZone, 'zone_unknown')

/** One line of text: trimmed, no longer than `maximum` characters. */
export const lineSchema = (maximum: number) => z.string().trim().max(maximum, 'too_long')
