import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../../shared/domain/channel'
import type { RehearsedMinute } from '../../../../shared/domain/rehearsal'

const HOUR_MS = 3_600_000

export interface Hour {
  /** Epoch milliseconds. */
  readonly atMs: number
  readonly sent: Readonly<Record<ChannelId, number>>
}

/** Messages an hour, from the first hour with one to the last, hours of silence in between included. */
export function hoursOf(minutes: readonly RehearsedMinute[]): Hour[] {
  const byHour = new Map<number, Record<ChannelId, number>>()
  for (const { at, sent } of minutes) {
    const atMs = Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS
    const hour = byHour.get(atMs) ?? perChannel(() => 0)
    for (const channel of CHANNEL_IDS) hour[channel] += sent[channel]
    byHour.set(atMs, hour)
  }
  const instants = [...byHour.keys()]
  const hours: Hour[] = []
  for (let atMs = Math.min(...instants); atMs <= Math.max(...instants); atMs += HOUR_MS) {
    hours.push({ atMs, sent: byHour.get(atMs) ?? perChannel(() => 0) })
  }
  return hours
}
