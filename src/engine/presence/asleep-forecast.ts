import { instantOf } from '../scheduler/occurrences/instant'
import { zoneNamed } from '../scheduler/occurrences/zone'

const DAY_MS = 86_400_000
const DAYS = 7
/** Fewer days say nothing yet. */
const FEWEST_DAYS = 3

/** A time in which the computer slept or was off, epoch milliseconds. */
export interface Gap {
  readonly fromMs: number
  readonly toMs: number
}

export interface ForecastInput {
  readonly gaps: readonly Gap[]
  /** Since when gaps are recorded. */
  readonly knownFromMs: number
  readonly nowMs: number
  /** The instant that is asked about. */
  readonly atMs: number
  readonly zone: string
}

export interface Forecast {
  readonly daysAsleep: number
  readonly daysKnown: number
  /** The computer was asleep at that hour on most of the known days. */
  readonly isLikely: boolean
}

/** Will the computer be asleep then? Judged by the same local time on each of the last seven days. */
export function asleepForecast({ gaps, knownFromMs, nowMs, atMs, zone: name }: ForecastInput): Forecast {
  const zone = zoneNamed(name)
  if (zone === null) return { daysAsleep: 0, daysKnown: 0, isLikely: false }
  const atWallMs = atMs + zone.offsetMsAt(atMs)
  const timeOfDayMs = atWallMs - Math.floor(atWallMs / DAY_MS) * DAY_MS
  const today = Math.floor((nowMs + zone.offsetMsAt(nowMs)) / DAY_MS) * DAY_MS
  const instants: number[] = []
  for (let day = 0; instants.length < DAYS && day <= DAYS; day += 1) {
    const instant = instantOf(zone, today - day * DAY_MS + timeOfDayMs).atMs
    if (instant < nowMs && instant >= knownFromMs) instants.push(instant)
  }
  const daysAsleep = instants.filter((instant) =>
    gaps.some(({ fromMs, toMs }) => instant > fromMs && instant < toMs)
  ).length
  const daysKnown = instants.length
  return { daysAsleep, daysKnown, isLikely: daysKnown >= FEWEST_DAYS && daysAsleep * 2 > daysKnown }
}
