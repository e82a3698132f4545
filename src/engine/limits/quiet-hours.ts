import type { QuietHours } from '../../shared/domain/settings'
import { instantOf } from '../scheduler/occurrences/instant'
import { type Zone, zoneNamed } from '../scheduler/occurrences/zone'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const UTC: Zone = { offsetMsAt: () => 0 }

/**
 * Null when a message may go out at that instant; else the first instant (epoch milliseconds) at which it may again.
 * The hours are local time in the zone (UTC for a zone that is not known); `from` is quiet, `to` is not; equal times
 * mean that there are no quiet hours. An end that a change of clocks skips is moved forward by the gap.
 */
export function quietUntilMs({ on, from, to }: QuietHours, zoneName: string, nowMs: number): number | null {
  const fromMs = timeOfDayMs(from)
  const toMs = timeOfDayMs(to)
  if (!on || fromMs === toMs) return null
  const zone = zoneNamed(zoneName) ?? UTC
  if (!isQuiet(zone, fromMs, toMs, nowMs)) return null
  const wallMs = nowMs + zone.offsetMsAt(nowMs)
  const today = Math.floor(wallMs / DAY_MS) * DAY_MS
  for (const day of [today, today + DAY_MS, today + 2 * DAY_MS]) {
    const { atMs } = instantOf(zone, day + toMs)
    if (atMs > nowMs && !isQuiet(zone, fromMs, toMs, atMs)) return atMs
  }
  return nowMs + MINUTE_MS
}

function isQuiet(zone: Zone, fromMs: number, toMs: number, atMs: number): boolean {
  const wallMs = atMs + zone.offsetMsAt(atMs)
  const timeMs = wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS
  return fromMs < toMs ? timeMs >= fromMs && timeMs < toMs : timeMs >= fromMs || timeMs < toMs
}

function timeOfDayMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * MINUTE_MS
}
