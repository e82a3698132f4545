import { foldText } from '../../shared/text/fold-text'
import { zoneOffset } from '../../shared/text/zone-clock'
import { zoneName } from '../../shared/text/zone-name'

export interface ZoneOption {
  readonly value: string
  /** `Asia/Ho_Chi_Minh (UTC+07:00)`. */
  readonly label: string
}

export interface ZoneGroups {
  readonly suggested: readonly ZoneOption[]
  readonly others: readonly ZoneOption[]
}

/** Words that people look for and that the zone's name does not hold. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  'Asia/Ho_Chi_Minh': 'vietnam viet nam hanoi ha noi saigon sai gon da nang'
}

/** The zones to choose from: Vietnam, then UTC, then the world. */
function knownZones(): readonly string[] {
  const first = ['Asia/Ho_Chi_Minh', 'UTC']
  const all = new Set([...first, ...Intl.supportedValuesOf('timeZone').map(zoneName)])
  return [...first, ...[...all].filter((zone) => !first.includes(zone)).sort((a, b) => a.localeCompare(b))]
}

const optionOf = (zone: string, now: Date): ZoneOption => {
  const offset = zoneOffset(zone, now)
  return { value: zone, label: `${zoneName(zone)} (UTC${offset === '+00:00' ? '' : offset})` }
}

/** The zones to choose from: Vietnam, this computer's and UTC first; the current one is never missing. */
export function zoneGroups(current: string, localZone: string, now: Date): ZoneGroups {
  const suggested = [...new Set(['Asia/Ho_Chi_Minh', zoneName(localZone), 'UTC'])]
  const known = knownZones()
  const unlisted = current === '' || known.includes(current) || suggested.includes(current) ? [] : [current]
  return {
    suggested: [...unlisted, ...suggested].map((zone) => optionOf(zone, now)),
    others: known.filter((zone) => !suggested.includes(zone)).map((zone) => optionOf(zone, now))
  }
}

/** Does the search find the zone? `ho chi minh`, `+07`, `viet nam` and `Asia/Ho` all find Vietnam's. */
export function matchesZone({ value, label }: ZoneOption, query: string): boolean {
  const wanted = foldText(query).replaceAll('_', ' ').trim()
  const words = foldText(`${label} ${ALSO_CALLED[value] ?? ''}`).replaceAll('_', ' ')
  return words.includes(wanted)
}
