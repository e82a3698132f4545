import { DateTime } from 'luxon'
import type { EngineHealth } from '../../shared/domain/health'
import { isoOf } from '../system-clock'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** How far ahead a change of the clocks is worth telling. */
const AHEAD_DAYS = 60

/** Minutes east of UTC in a zone at an instant. */
export const offsetAt = (zone: string, atMs: number): number => DateTime.fromMillis(atMs, { zone }).offset

/** The next change of the clocks of a zone, to the minute; null when there is none in the coming weeks. */
export function nextClockChange(zone: string, nowMs: number): EngineHealth['clock']['change'] {
  const offset = offsetAt(zone, nowMs)
  for (let day = 1; day <= AHEAD_DAYS; day++) {
    let afterMs = nowMs + day * DAY_MS
    if (offsetAt(zone, afterMs) === offset) continue
    let beforeMs = afterMs - DAY_MS
    while (afterMs - beforeMs > MINUTE_MS / 2) {
      const middleMs = Math.floor((beforeMs + afterMs) / 2)
      if (offsetAt(zone, middleMs) === offset) beforeMs = middleMs
      else afterMs = middleMs
    }
    const atMs = Math.floor(afterMs / MINUTE_MS) * MINUTE_MS
    return { at: isoOf(atMs), offset_min: offsetAt(zone, afterMs) }
  }
  return null
}
