import type { SchedulePreview } from '../../../shared/domain/calendar'
import type { Occurrence, ScheduleSettings } from '../../../shared/domain/schedule'
import { occurrencesAfter } from './occurrences'
import { slotsOnDates } from './slot-on-date'

/** The next slots of a schedule after an instant (epoch milliseconds), at most `count`, and those that fall away. */
export function previewSchedule(schedule: ScheduleSettings, nowMs: number, count: number): SchedulePreview {
  const runs: Occurrence[] = []
  for (const slot of occurrencesAfter(schedule, nowMs)) {
    runs.push(slot)
    if (runs.length === count) break
  }
  const left_out = slotsOnDates(schedule, [...new Set(schedule.exclude_dates)])
    .filter(({ at }) => Date.parse(at) > nowMs)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  return { runs, left_out }
}
