import type { Occurrence } from '../../../shared/domain/schedule'
import { DAY_MS } from './civil-date'
import { type Plan, planOf, type ScheduleInput } from './plan'
import { slotsAfter, WIDEST_OFFSET_MS } from './slots'
import { readDate } from './wall-text'

/**
 * The slots that a schedule names on dates in its zone (`yyyy-MM-dd`), whether these are excluded or not. Like
 * `exclude_dates` they are compared with the nominal date. A date without a slot gives none.
 */
export function slotsOnDates(schedule: ScheduleInput, dates: readonly string[]): Occurrence[] {
  const plan = planOf({ ...schedule, exclude_dates: [] })
  return plan === null ? [] : dates.flatMap((date) => slotOn(plan, date) ?? [])
}

/** The slot of one date; null when there is none. */
export const slotOnDate = (schedule: ScheduleInput, date: string): Occurrence | null =>
  slotsOnDates(schedule, [date])[0] ?? null

function slotOn(plan: Plan, date: string): Occurrence | null {
  const day = readDate(date)
  if (day === null) return null
  const endMs = Math.min(plan.endMs, (day + 1) * DAY_MS + WIDEST_OFFSET_MS)
  for (const slot of slotsAfter({ ...plan, endMs }, day * DAY_MS - WIDEST_OFFSET_MS)) {
    if (slot.nominal.startsWith(date)) return slot
  }
  return null
}
