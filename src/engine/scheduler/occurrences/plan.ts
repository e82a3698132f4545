import type { z } from 'zod'
import type { scheduleSettingsSchema } from '../../../shared/domain/schedule'
import { type Calendar, calendarOf } from './calendar'
import { DAY_MS, civilDate, weekdayOf } from './civil-date'
import { instantOf } from './instant'
import { readDate, readDateTime } from './wall-text'
import { type Zone, zoneNamed } from './zone'

/** A schedule as parsed, or as written before the defaults were filled in. */
export type ScheduleInput = Readonly<z.input<typeof scheduleSettingsSchema>>

export interface Start {
  readonly wallMs: number
  /** The instant, when `start_time` names one by its offset; null for a wall time. */
  readonly atMs: number | null
}

/** A schedule with its texts read once: what the occurrences are computed from. */
export interface Plan {
  readonly zone: Zone
  readonly zoneName: string
  readonly start: Start
  readonly calendar: Calendar
  /** The last instant (inclusive) at which a slot may be; Infinity without an end. */
  readonly endMs: number
  /** `yyyy-MM-dd` */
  readonly excluded: ReadonlySet<string>
}

/** 0001-01-01T00:00:00 */
const FIRST_WALL_MS = -62_135_596_800_000
/** 9999-12-31T23:59:59, the last second that four digits can write. */
export const LAST_WALL_MS = 253_402_300_799_000

/** `start_time` in the zone; null when it names no moment of the years 1 to 9999. */
export function startOf(zone: Zone, text: string): Start | null {
  const written = readDateTime(text)
  if (!written) return null
  if (written.offsetMs === null) return { wallMs: written.wallMs, atMs: null }
  const atMs = written.wallMs - written.offsetMs
  const wallMs = atMs + zone.offsetMsAt(atMs)
  return wallMs >= FIRST_WALL_MS && wallMs <= LAST_WALL_MS ? { wallMs, atMs } : null
}

/** The last instant that `end_time` allows, epoch milliseconds; a bare date is that day's end. Null: no such moment. */
export function endOf(zone: Zone, text: string): number | null {
  const day = readDate(text)
  if (day !== null) return instantOf(zone, (day + 1) * DAY_MS).atMs - 1
  const written = readDateTime(text)
  if (!written) return null
  if (written.offsetMs === null) return instantOf(zone, written.wallMs).atMs
  return written.wallMs - written.offsetMs
}

/** Reads a schedule; null when its zone is unknown here or a date-time in it does not exist: it then never runs. */
export function planOf(schedule: ScheduleInput): Plan | null {
  const zone = zoneNamed(schedule.timezone)
  const start = zone && startOf(zone, schedule.start_time)
  if (!start) return null
  const endMs = schedule.end_time === undefined ? Infinity : endOf(zone, schedule.end_time)
  if (endMs === null) return null

  const startDay = Math.floor(start.wallMs / DAY_MS)
  const { month, date } = civilDate(startDay)
  const weekdays = [...new Set(schedule.days_of_week)].sort((a, b) => a - b)
  return {
    zone,
    zoneName: schedule.timezone,
    start,
    calendar: calendarOf({
      frequency: schedule.frequency,
      interval: Math.max(1, Math.floor(schedule.interval ?? 1)),
      startDay,
      weekdays: weekdays.length > 0 ? weekdays : [weekdayOf(startDay)],
      dayOfMonth: schedule.day_of_month ?? date,
      monthOfYear: schedule.month_of_year ?? month
    }),
    endMs,
    excluded: new Set(schedule.exclude_dates)
  }
}
