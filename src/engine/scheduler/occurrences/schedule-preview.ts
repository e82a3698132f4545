import type { SchedulePreview } from '../../../shared/domain/calendar'
import type { ScheduleSettings } from '../../../shared/domain/schedule'
import { occurrencesAfter, occurrencesBetween } from './occurrences'

const YEAR_MS = 366 * 86_400_000

/**
 * The next slots of a schedule after an instant (epoch milliseconds), at most `count`, and those that its excluded
 * dates take away up to the last of them; within a year when none is left.
 */
export function previewSchedule(schedule: ScheduleSettings, nowMs: number, count: number): SchedulePreview {
  const runs = []
  for (const slot of occurrencesAfter(schedule, nowMs)) {
    runs.push(slot)
    if (runs.length === count) break
  }
  if (schedule.exclude_dates.length === 0) return { runs, left_out: [] }
  const lastAt = runs.at(-1)?.at
  const untilMs = lastAt === undefined ? nowMs + YEAR_MS : Date.parse(lastAt)
  const kept = new Set(runs.map(({ nominal }) => nominal))
  const whole = occurrencesBetween({ ...schedule, exclude_dates: [] }, nowMs, untilMs)
  return { runs, left_out: whole.filter(({ nominal }) => !kept.has(nominal)) }
}
