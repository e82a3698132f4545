import { zoneNamed } from '../scheduler/occurrences/zone'

/** An instant as the clock on a wall shows it, and how far that clock is from UTC. */
export interface ZonedTime {
  /** `2026-11-25 09:00:07`: a spreadsheet takes it for a date and a time, in every language. */
  readonly wall: string
  /** `UTC+07:00` */
  readonly offset: string
}

/** The clock of a zone; a zone that this runtime does not know counts as UTC, and says so by its offset. */
export function clockIn(zoneName: string): (instant: string) => ZonedTime {
  const zone = zoneNamed(zoneName)
  return (instant) => {
    const atMs = Date.parse(instant)
    const offsetMs = zone?.offsetMsAt(atMs) ?? 0
    const wall = new Date(atMs + offsetMs).toISOString()
    return { wall: `${wall.slice(0, 10)} ${wall.slice(11, 19)}`, offset: offsetText(offsetMs) }
  }
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return `UTC${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
