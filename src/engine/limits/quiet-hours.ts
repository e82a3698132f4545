import type { QuietHours } from '../../shared/domain/settings'
import { DAY_MS } from '../scheduler/occurrences/civil-date'
import { instantOf } from '../scheduler/occurrences/instant'
import { type Zone, zoneNamed } from '../scheduler/occurrences/zone'

const MINUTE_MS = 60_000
const UTC: Zone = { offsetMsAt: () => 0 }
/**
 * Nights to look at, counted from today: one that began yesterday, today's, and the next, because an end that is moved
 * forward can fall into it.
 */
const NIGHTS = [-1, 0, 1]

interface Night {
  readonly startMs: number
  readonly endMs: number
  /** The end's wall time comes a second time; the same as `endMs` when it does not. */
  readonly repeatedEndMs: number
}

/**
 * Null when a message may go out at that instant; else the first instant (epoch milliseconds) at which it may again.
 * The hours are local time in the zone (UTC for a zone that is not known); `from` is quiet, `to` is not; equal times
 * mean that there are no quiet hours. An end that a change of clocks skips is moved forward by the gap, one that comes
 * twice is the first of the two; but nothing goes out while the clock on the wall says that it is quiet.
 */
export function quietUntilMs({ on, from, to }: QuietHours, zoneName: string, nowMs: number): number | null {
  const fromMs = timeOfDayMs(from)
  const toMs = timeOfDayMs(to)
  if (!on || fromMs === toMs) return null
  const zone = zoneNamed(zoneName) ?? UTC
  const wallMs = nowMs + zone.offsetMsAt(nowMs)
  const today = wallMs - sinceMidnightMs(wallMs)
  const nights = NIGHTS.map((days) => nightOf(zone, today + days * DAY_MS, fromMs, toMs))

  const isQuiet = (atMs: number) => {
    const timeMs = sinceMidnightMs(atMs + zone.offsetMsAt(atMs))
    const isByClock = fromMs < toMs ? timeMs >= fromMs && timeMs < toMs : timeMs >= fromMs || timeMs < toMs
    return isByClock || nights.some(({ startMs, endMs }) => atMs >= startMs && atMs < endMs)
  }
  if (!isQuiet(nowMs)) return null
  const ends = nights.flatMap(({ endMs, repeatedEndMs }) => [endMs, repeatedEndMs]).sort((a, b) => a - b)
  return ends.find((atMs) => atMs > nowMs && !isQuiet(atMs)) ?? nowMs + MINUTE_MS
}

/** The quiet hours that begin on a day, given as the wall time of its midnight. */
function nightOf(zone: Zone, day: number, fromMs: number, toMs: number): Night {
  const endWallMs = day + toMs + (fromMs < toMs ? 0 : DAY_MS)
  const end = instantOf(zone, endWallMs)
  return {
    startMs: instantOf(zone, day + fromMs).atMs,
    endMs: end.atMs,
    repeatedEndMs: end.note === 'ambiguous_first' ? endWallMs - zone.offsetMsAt(endWallMs + DAY_MS) : end.atMs
  }
}

const sinceMidnightMs = (wallMs: number) => wallMs - Math.floor(wallMs / DAY_MS) * DAY_MS

function timeOfDayMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * MINUTE_MS
}
