/** Names that `Intl.supportedValuesOf` leaves out or gives by an old name, though every runtime knows them. */
const NEW_NAMES: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Godthab': 'America/Nuuk'
}

/** The name that people use today for a zone. */
export const zoneName = (zone: string): string => NEW_NAMES[zone] ?? zone

/** The zones to choose from: Vietnam, then UTC, then the world. */
export function knownZones(): readonly string[] {
  const first = ['Asia/Ho_Chi_Minh', 'UTC']
  const all = new Set([...first, ...Intl.supportedValuesOf('timeZone').map(zoneName)])
  return [...first, ...[...all].filter((zone) => !first.includes(zone)).sort((a, b) => a.localeCompare(b))]
}

/** `Ho Chi Minh` of `Asia/Ho_Chi_Minh`. */
export const zoneCity = (zone: string): string =>
  (zoneName(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ')

const offsets = new Map<string, Intl.DateTimeFormat>()

/** `+07:00`: how far the zone's clocks are from UTC at that instant. An unknown zone counts as UTC. */
export function zoneOffset(zone: string, at: Date): string {
  let format = offsets.get(zone)
  try {
    format ??= new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return '+00:00'
  }
  offsets.set(zone, format)
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? '+00:00' : name.slice('GMT'.length)
}

/** Do the clocks of two zones show the same time at that instant? */
export const sameOffset = (at: Date, one: string, other: string): boolean =>
  one === other || zoneOffset(one, at) === zoneOffset(other, at)
