import { DateTime } from 'luxon'
import type { ScheduleSettings } from '../../src/shared/domain/schedule'

export interface NaiveSlot {
  /** `yyyy-MM-ddTHH:mm:ss` */
  readonly nominal: string
  readonly atMs: number
}

const WALL = "yyyy-MM-dd'T'HH:mm:ss"

const HOUR_MS = 3_600_000

/**
 * The first instant of a wall time, from nothing but luxon's reading of instants: of all offsets around it, those that
 * give this wall time, and the earliest of them; in a gap the offset before it. Not luxon's own choice, which is another
 * one in July than in January, and no instant of that wall time at all where today's offset is neither of the two.
 */
function firstInstantMs(wall: string, zone: string): number {
  const wallMs = DateTime.fromISO(wall, { zone: 'UTC' }).toMillis()
  const offsets: number[] = []
  for (let hours = -26; hours <= 26; hours += 4) {
    offsets.push(DateTime.fromMillis(wallMs + hours * HOUR_MS, { zone }).offset)
  }
  const instants = offsets.map((minutes) => wallMs - minutes * 60_000)
  const matching = instants.filter((ms) => DateTime.fromMillis(ms, { zone }).toFormat(WALL) === wall)
  return matching.length > 0 ? Math.min(...matching) : (instants[0] ?? NaN)
}

function endMs(text: string, zone: string): number {
  if (text.length > 10) {
    return text.endsWith('Z') ? DateTime.fromISO(text).toMillis() : firstInstantMs(text, zone)
  }
  const nextDay = DateTime.fromISO(text, { zone: 'UTC' }).plus({ days: 1 })
  return firstInstantMs(nextDay.toFormat(WALL), zone) - 1
}

/**
 * The slots of the first `days` days from the start, by walking every single day, counting weeks, months and years as
 * they begin. Slow, and shares nothing with the code under test. For starts without an offset or with Z.
 */
export function naiveOccurrences(schedule: ScheduleSettings, days: number): NaiveSlot[] {
  const { frequency, timezone: zone, interval, start_time: start } = schedule
  const namedMs = start.endsWith('Z') ? DateTime.fromISO(start).toMillis() : null
  const first =
    namedMs === null
      ? DateTime.fromISO(start, { zone: 'UTC' })
      : DateTime.fromMillis(namedMs, { zone }).setZone('UTC', { keepLocalTime: true })
  const firstMs = namedMs ?? firstInstantMs(start, zone)
  const untilMs = schedule.end_time === undefined ? Infinity : endMs(schedule.end_time, zone)
  const weekdays = schedule.days_of_week.length > 0 ? schedule.days_of_week : [first.weekday - 1]
  const dayOfMonth = schedule.day_of_month ?? first.day
  const monthOfYear = schedule.month_of_year ?? first.month

  const slots: NaiveSlot[] = []
  let [week, month, year] = [0, 0, 0]
  for (let day = 0; day < days; day++) {
    const date = first.plus({ days: day })
    if (day > 0 && date.weekday === 1) week++
    if (day > 0 && date.day === 1) month++
    if (day > 0 && date.day === 1 && date.month === 1) year++
    const isTheDay = date.day === Math.min(dayOfMonth, date.daysInMonth ?? 0)
    const named = {
      once: day === 0,
      daily: day % interval === 0,
      weekly: week % interval === 0 && weekdays.includes(date.weekday - 1),
      monthly: month % interval === 0 && isTheDay,
      yearly: year % interval === 0 && date.month === monthOfYear && isTheDay
    }
    if (!named[frequency] || schedule.exclude_dates.includes(date.toISODate() ?? '')) continue
    const nominal = date.toFormat(WALL)
    const atMs = day === 0 && namedMs !== null ? namedMs : firstInstantMs(nominal, zone)
    if (atMs >= firstMs && atMs <= untilMs && atMs !== slots.at(-1)?.atMs) slots.push({ nominal, atMs })
  }
  return slots
}
