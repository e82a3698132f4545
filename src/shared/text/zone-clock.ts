import { zoneName } from './zone-name'

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
