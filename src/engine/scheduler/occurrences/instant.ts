import type { OccurrenceNote } from '../../../shared/domain/schedule'
import { DAY_MS } from './civil-date'
import type { Zone } from './zone'

export interface ResolvedWallTime {
  /** Epoch milliseconds. */
  readonly atMs: number
  readonly note: OccurrenceNote | null
}

/**
 * The instant of a wall time (given as the milliseconds that UTC would have at it). A wall time in a gap moves forward
 * by the length of the gap; one that comes twice is the first of the two instants (docs/architecture.md, Occurrences;
 * the same as Temporal's `compatible`).
 *
 * The offsets a day before and a day after are the only two that can apply: offsets are under 16 hours, and no zone
 * changes twice within two days. Not luxon's `fromObject`: which of two instants it takes depends on today's offset.
 */
export function instantOf(zone: Zone, wallMs: number): ResolvedWallTime {
  const beforeMs = zone.offsetMsAt(wallMs - DAY_MS)
  const afterMs = zone.offsetMsAt(wallMs + DAY_MS)
  if (beforeMs === afterMs) return { atMs: wallMs - beforeMs, note: null }

  const byOldOffset = wallMs - beforeMs
  const byNewOffset = wallMs - afterMs
  const oldHolds = zone.offsetMsAt(byOldOffset) === beforeMs
  const newHolds = zone.offsetMsAt(byNewOffset) === afterMs
  if (oldHolds) return { atMs: byOldOffset, note: newHolds ? 'ambiguous_first' : null }
  if (newHolds) return { atMs: byNewOffset, note: null }
  return { atMs: byOldOffset, note: 'gap_shifted' }
}
