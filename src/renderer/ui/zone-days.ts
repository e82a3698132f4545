import { zoneOffset } from '../../shared/text/zone-clock'

const DAY_MS = 86_400_000

/** How far the zone's clocks are from UTC at an instant, milliseconds east. An unknown zone counts as UTC. */
export function zoneOffsetMs(zone: string, atMs: number): number {
  const text = zoneOffset(zone, new Date(atMs))
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number)
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000
  return text.startsWith('-') ? -ms : ms
}

/** `2026-11-24`: the date that a calendar on a wall in the zone shows at an instant. */
export const dateAt = (zone: string, atMs: number): string =>
  new Date(atMs + zoneOffsetMs(zone, atMs)).toISOString().slice(0, 10)

/** The date so many days later, or earlier. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * The instant (epoch milliseconds) at which a date begins in a zone. Where the clocks skip midnight that is when they
 * have moved; where midnight comes twice, the first one. A date that a zone skipped begins and ends at one instant.
 */
export function startOfDay(zone: string, date: string): number {
  const wallMs = Date.parse(date)
  const beforeMs = zoneOffsetMs(zone, wallMs - DAY_MS)
  const afterMs = zoneOffsetMs(zone, wallMs + DAY_MS)
  const byOldOffset = wallMs - beforeMs
  if (beforeMs === afterMs || zoneOffsetMs(zone, byOldOffset) === beforeMs) return byOldOffset
  const byNewOffset = wallMs - afterMs
  return zoneOffsetMs(zone, byNewOffset) === afterMs ? byNewOffset : byOldOffset
}

/** The clocks of a zone are put forward or back. */
export interface ClockChange {
  readonly zone: string
  /** The first instant with the new time, epoch milliseconds. */
  readonly atMs: number
  /** By how much: negative when they go back. */
  readonly byMs: number
}

/** The changes of a zone's clocks between instants that are at most two days apart, one at most from each to the next. */
export function clockChanges(zone: string, instantsMs: readonly number[]): ClockChange[] {
  // What is changed at an instant belongs to what begins there.
  const offsets = instantsMs.map((atMs) => zoneOffsetMs(zone, atMs - 1))
  return offsets.flatMap((newMs, index) => {
    const oldMs = offsets[index - 1] ?? newMs
    if (newMs === oldMs) return []
    let before = (instantsMs[index - 1] ?? 0) - 1
    let after = (instantsMs[index] ?? 0) - 1
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (zoneOffsetMs(zone, middle) === oldMs) before = middle
      else after = middle
    }
    return [{ zone, atMs: after, byMs: newMs - oldMs }]
  })
}
