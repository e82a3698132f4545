import { IANAZone } from 'luxon'
import { isKnownZone } from '../../../shared/domain/primitives'
import { DAY_MS } from './civil-date'

/**
 * Short enough that no zone changes its offset twice within one span: the closest two changes in the IANA data are
 * 3.98 days apart (Freetown, 1939), the closest since 1950 just under 7.
 */
const SPAN_MS = 3 * DAY_MS
const REMEMBERED_SPANS = 20_000

/** The offsets of one IANA zone, remembered: asking Intl costs microseconds, and every slot asks a few times. */
export interface Zone {
  /** Milliseconds east of UTC at an instant (epoch milliseconds). */
  readonly offsetMsAt: (instantMs: number) => number
}

function createZone(name: string): Zone {
  const source = IANAZone.create(name)
  const offsetAtSpanStart = new Map<number, number>()
  const changeInSpan = new Map<number, number>()

  const ask = (instantMs: number) => Math.round(source.offset(instantMs) * 60_000)

  const offsetAtStartOf = (span: number) => {
    const known = offsetAtSpanStart.get(span)
    if (known !== undefined) return known
    if (offsetAtSpanStart.size >= REMEMBERED_SPANS) offsetAtSpanStart.clear()
    const offsetMs = ask(span * SPAN_MS)
    offsetAtSpanStart.set(span, offsetMs)
    return offsetMs
  }

  /** The first instant of the span at which its starting offset no longer holds, by bisection to the second. */
  const changeIn = (span: number, startOffsetMs: number) => {
    const known = changeInSpan.get(span)
    if (known !== undefined) return known
    let oldMs = span * SPAN_MS
    let newMs = oldMs + SPAN_MS
    while (newMs - oldMs > 1000) {
      const middleMs = oldMs + Math.floor((newMs - oldMs) / 2000) * 1000
      if (ask(middleMs) === startOffsetMs) oldMs = middleMs
      else newMs = middleMs
    }
    changeInSpan.set(span, newMs)
    return newMs
  }

  const offsetMsAt = (instantMs: number) => {
    const span = Math.floor(instantMs / SPAN_MS)
    const start = offsetAtStartOf(span)
    const end = offsetAtStartOf(span + 1)
    return start === end || instantMs < changeIn(span, start) ? start : end
  }

  return { offsetMsAt }
}

/** A memo of facts that hold for the life of the process (the zone data that the runtime was built with). */
const zones = new Map<string, Zone>()

/** The zone of an IANA name, with its memory shared by all who ask; null for a name that this runtime does not know. */
export function zoneNamed(name: string): Zone | null {
  const known = zones.get(name)
  if (known) return known
  if (!isKnownZone(name)) return null
  const zone = createZone(name)
  zones.set(name, zone)
  return zone
}
