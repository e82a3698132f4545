import type { Slot } from '../../../shared/domain/run'
import type { Occurrence } from '../../../shared/domain/schedule'
import { wallText } from './civil-date'
import { instantOf } from './instant'
import { readDateTime } from './wall-text'
import { zoneNamed } from './zone'

/**
 * A stored slot as the occurrence it was. Its instant is kept, whatever the zone data says today; a note stands where
 * it still explains that instant. That a month was too short, a slot alone does not tell.
 */
export function occurrenceOfSlot({ nominal, zone: zoneName, at }: Slot): Occurrence {
  const zone = zoneNamed(zoneName)
  const written = readDateTime(nominal)
  if (zone === null || written === null) return { nominal, zone: zoneName, at, local: nominal, notes: [] }
  const atMs = Date.parse(at)
  const resolved = instantOf(zone, written.wallMs)
  const explains = resolved.atMs === atMs && resolved.note !== null
  return {
    nominal,
    zone: zoneName,
    at,
    local: wallText(atMs + zone.offsetMsAt(atMs)),
    notes: explains ? [resolved.note] : []
  }
}
