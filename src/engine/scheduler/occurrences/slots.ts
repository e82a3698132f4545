import type { Occurrence, OccurrenceNote } from '../../../shared/domain/schedule'
import type { CalendarDate } from './calendar'
import { DAY_MS, wallText } from './civil-date'
import { type ResolvedWallTime, instantOf } from './instant'
import { LAST_WALL_MS, type Plan } from './plan'

/** No zone was ever further from UTC (Manila, and Alaska before 1868): how far an instant is from its wall time. */
export const WIDEST_OFFSET_MS = 16 * 3_600_000

/** The wall time of a date's slot, as the milliseconds that UTC would have at it. */
export const slotWallMs = ({ start }: Plan, { day }: CalendarDate): number =>
  day * DAY_MS + (start.wallMs - Math.floor(start.wallMs / DAY_MS) * DAY_MS)

/** By the nominal date, before any gap shift: the one that the operator sees named. */
export const isExcluded = ({ excluded }: Plan, wallMs: number): boolean =>
  excluded.size > 0 && excluded.has(wallText(wallMs).slice(0, 10))

/** The instant of the slot at a wall time; an instant that `start_time` itself names is not resolved again. */
export function slotInstant({ zone, start }: Plan, wallMs: number): ResolvedWallTime {
  const resolved = instantOf(zone, wallMs)
  const isNamed = start.atMs !== null && wallMs === start.wallMs && resolved.atMs !== start.atMs
  return isNamed ? { atMs: start.atMs, note: null } : resolved
}

function occurrenceAt(
  { zone, zoneName }: Plan,
  wallMs: number,
  resolved: ResolvedWallTime,
  date: CalendarDate
): Occurrence {
  const { atMs, note } = resolved
  const notes: OccurrenceNote[] = date.shortMonth ? ['short_month'] : []
  if (note) notes.push(note)
  const nominal = wallText(wallMs)
  return {
    nominal,
    zone: zoneName,
    at: `${wallText(atMs)}.000Z`,
    local: note === 'gap_shifted' ? wallText(atMs + zone.offsetMsAt(atMs)) : nominal,
    notes
  }
}

/**
 * The plan's slots at instants after `afterMs`, lazily and ascending. It begins at the period of `afterMs`, so years
 * behind it cost nothing, and ends with the schedule or the year 9999.
 */
export function* slotsAfter(plan: Plan, afterMs: number): Generator<Occurrence, void, void> {
  const { calendar, start } = plan
  const startMs = start.atMs ?? -Infinity
  const endMs = Math.min(plan.endMs, LAST_WALL_MS)
  const firstDay = Math.floor(Math.max(start.wallMs, afterMs - WIDEST_OFFSET_MS) / DAY_MS)
  let lastMs = afterMs
  for (let period = calendar.periodOf(firstDay); period <= calendar.lastPeriod; period++) {
    for (const date of calendar.datesOf(period)) {
      const wallMs = slotWallMs(plan, date)
      if (wallMs > LAST_WALL_MS || wallMs - WIDEST_OFFSET_MS > endMs) return
      if (wallMs < start.wallMs || wallMs + WIDEST_OFFSET_MS <= lastMs || isExcluded(plan, wallMs)) continue
      const resolved = slotInstant(plan, wallMs)
      if (resolved.atMs > endMs) return
      if (resolved.atMs <= lastMs || resolved.atMs < startMs) continue
      lastMs = resolved.atMs
      yield occurrenceAt(plan, wallMs, resolved, date)
    }
  }
}

/** The instant (epoch milliseconds) of the plan's latest slot from `notBeforeMs` to `ms`, both inclusive; else null. */
export function latestSlotMs(plan: Plan, ms: number, notBeforeMs: number): number | null {
  const { calendar, start } = plan
  const upToMs = Math.min(ms, plan.endMs, LAST_WALL_MS)
  const fromMs = Math.max(notBeforeMs, start.atMs ?? -Infinity)
  const lastDay = Math.floor(Math.max(start.wallMs, upToMs + WIDEST_OFFSET_MS) / DAY_MS)
  for (let period = calendar.periodOf(lastDay); period >= 0; period--) {
    for (const date of [...calendar.datesOf(period)].reverse()) {
      const wallMs = slotWallMs(plan, date)
      if (wallMs < start.wallMs || wallMs + WIDEST_OFFSET_MS < fromMs) return null
      if (wallMs - WIDEST_OFFSET_MS > upToMs || isExcluded(plan, wallMs)) continue
      const { atMs } = slotInstant(plan, wallMs)
      if (atMs >= fromMs && atMs <= upToMs) return atMs
    }
  }
  return null
}
