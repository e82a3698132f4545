import type { Campaign } from '../../shared/domain/campaign'
import type { Occurrence, ScheduleSettings } from '../../shared/domain/schedule'
import { DAY_MS, wallText } from '../scheduler/occurrences/civil-date'
import { occurrencesAfter, occurrencesBetween } from '../scheduler/occurrences/occurrences'
import { LAST_WALL_MS } from '../scheduler/occurrences/plan'
import { slotRunId } from '../scheduler/slot-run-id'

/** What a campaign has ahead of it in a stretch of time. */
export interface ComingSlots {
  /** Will run, as things stand. */
  readonly planned: readonly Occurrence[]
  /** Would run if their dates were not excluded. */
  readonly left_out: readonly Occurrence[]
  /** Is there another slot ahead, so that one of these can be left out? */
  readonly has_others: boolean
}

export interface Coming {
  readonly campaign: Campaign
  /** Slots at or before it do not count (epoch milliseconds): now, or what has settled the slots until then. */
  readonly afterMs: number
  /** The stretch that is asked for, epoch milliseconds; its end is exclusive. */
  readonly fromMs: number
  readonly toMs: number
  readonly isSettled: (runId: string) => boolean
  /** How many more runs `max_runs` allows; Infinity without it. */
  readonly runsLeft: number
}

const NOTHING: ComingSlots = { planned: [], left_out: [], has_others: false }

/** Which slots of an active campaign lie ahead between two instants, as the scheduler will have them. */
export function comingSlots(coming: Coming): ComingSlots {
  const { campaign, afterMs, toMs, runsLeft } = coming
  if (runsLeft <= 0 || toMs <= afterMs) return NOTHING
  const schedule = withDatesNear(campaign.schedule_settings, afterMs, toMs)
  const isOpen = (slot: Occurrence) => !coming.isSettled(slotRunId(campaign._id, slot))
  const sinceMs = Math.max(afterMs, coming.fromMs - 1)

  // Without `max_runs` nothing before the stretch matters; with it the slots until then use up what is left.
  const counted = Number.isFinite(runsLeft)
  const runs: Occurrence[] = []
  for (const slot of occurrencesAfter(schedule, counted ? afterMs : sinceMs)) {
    if (Date.parse(slot.at) >= toMs || runs.length === runsLeft) break
    if (isOpen(slot)) runs.push(slot)
  }
  const planned = counted ? runs.filter(({ at }) => Date.parse(at) > sinceMs) : runs
  const lastRun = runs.length === runsLeft ? runs.at(-1) : undefined
  const untilMs = lastRun === undefined ? toMs : Date.parse(lastRun.at)
  return {
    planned,
    left_out: leftOut(schedule, sinceMs, untilMs).filter(isOpen),
    has_others: planned.length > 1 || (planned.length === 1 && hasTwo(campaign.schedule_settings, afterMs))
  }
}

/** Years of excluded dates need not be looked at for one month. */
function withDatesNear(schedule: ScheduleSettings, fromMs: number, toMs: number): ScheduleSettings {
  if (schedule.exclude_dates.length === 0) return schedule
  const first = wallText(fromMs - DAY_MS).slice(0, 10)
  const last = wallText(Math.min(toMs + DAY_MS, LAST_WALL_MS)).slice(0, 10)
  return {
    ...schedule,
    exclude_dates: schedule.exclude_dates.filter((date) => date >= first && date <= last)
  }
}

function leftOut(schedule: ScheduleSettings, sinceMs: number, untilMs: number): Occurrence[] {
  if (schedule.exclude_dates.length === 0) return []
  const excluded = new Set(schedule.exclude_dates)
  return occurrencesBetween({ ...schedule, exclude_dates: [] }, sinceMs, untilMs - 1).filter(({ nominal }) =>
    excluded.has(nominal.slice(0, 10))
  )
}

function hasTwo(schedule: ScheduleSettings, afterMs: number): boolean {
  const slots = occurrencesAfter(schedule, afterMs)
  return slots.next().done !== true && slots.next().done !== true
}
