import type { Occurrence } from '../../../shared/domain/schedule'
import { type ScheduleInput, planOf } from './plan'
import { latestSlotMs, slotsAfter } from './slots'

/**
 * The slots of a schedule at instants after `afterMs` (epoch milliseconds, exclusive), lazily and ascending, until
 * the schedule ends or the year 9999. The rules are those of docs/architecture.md, "Occurrences"; beyond them:
 * - the slot that `start_time` names is at its instant, even when its offset picks the second of two;
 * - `exclude_dates` are compared with the nominal date, before a gap shift;
 * - two slots that a skipped calendar day moves to one instant are one slot, the earlier nominal one;
 * - `max_runs` counts runs, which are not known here, and is ignored.
 */
export function* occurrencesAfter(
  schedule: ScheduleInput,
  afterMs: number
): Generator<Occurrence, void, void> {
  const plan = planOf(schedule)
  if (plan && !Number.isNaN(afterMs)) yield* slotsAfter(plan, afterMs)
}

/** The first slot after `afterMs` (epoch milliseconds, exclusive); null when none is left. */
export function nextOccurrence(schedule: ScheduleInput, afterMs: number): Occurrence | null {
  return occurrencesAfter(schedule, afterMs).next().value ?? null
}

/** The slots after `fromMsExclusive`, up to and including `toMsInclusive` (epoch milliseconds), ascending. */
export function occurrencesBetween(
  schedule: ScheduleInput,
  fromMsExclusive: number,
  toMsInclusive: number
): Occurrence[] {
  return slotsOf(schedule).between(fromMsExclusive, toMsInclusive)
}

/** The slots of one schedule for whoever asks again and again: its texts are read once. */
export interface Slots {
  /** As `nextOccurrence`. */
  readonly next: (afterMs: number) => Occurrence | null
  /** As `occurrencesBetween`. */
  readonly between: (fromMsExclusive: number, toMsInclusive: number) => Occurrence[]
}

export function slotsOf(schedule: ScheduleInput): Slots {
  const plan = planOf(schedule)
  const after = (afterMs: number, endMs = Infinity): Iterable<Occurrence> & Iterator<Occurrence, void> =>
    plan === null || Number.isNaN(afterMs) || Number.isNaN(endMs)
      ? [].values()
      : slotsAfter(endMs < plan.endMs ? { ...plan, endMs } : plan, afterMs)
  return {
    next: (afterMs) => after(afterMs).next().value ?? null,
    between: (fromMsExclusive, toMsInclusive) => [...after(fromMsExclusive, toMsInclusive)]
  }
}

/** The latest slot from `notBeforeMs` to `ms` (epoch milliseconds, both inclusive); null when there is none. */
export function latestOccurrenceAtOrBefore(
  schedule: ScheduleInput,
  ms: number,
  notBeforeMs: number
): Occurrence | null {
  const plan = planOf(schedule)
  const latestMs = plan && latestSlotMs(plan, ms, notBeforeMs)
  // Computed anew from just before it: of two slots that fall on one instant the forward order decides.
  return latestMs === null ? null : nextOccurrence(schedule, latestMs - 1)
}
