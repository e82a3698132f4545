import { useMemo } from 'react'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import { type ClockChange, clockChanges, plusDays, startOfDay } from '../../ui/zone-days'

/** A day of the calendar in the zone that it is shown in. */
export interface CalendarDay {
  /** `2026-11-24` */
  readonly date: string
  /** By time. */
  readonly entries: readonly CalendarEntry[]
  /** Clocks that are changed on this day: those of the calendar's own zone first, then those of campaigns. */
  readonly clock_changes: readonly ClockChange[]
}

/** Where each of the days begins, and where the last one ends (epoch milliseconds). The days follow each other. */
export const dayStarts = (zone: string, dates: readonly string[]): number[] => {
  const last = dates.at(-1)
  return [...dates, ...(last === undefined ? [] : [plusDays(last, 1)])].map((date) => startOfDay(zone, date))
}

/** Which clocks change on which days; those that change together with ones that are named already are not named again. */
export function changesByDay(zones: readonly string[], starts: readonly number[]): readonly ClockChange[][] {
  const changes: ClockChange[] = []
  for (const zone of zones) {
    for (const change of clockChanges(zone, starts)) {
      const isNamed = changes.some(({ atMs, byMs }) => atMs === change.atMs && byMs === change.byMs)
      if (!isNamed) changes.push(change)
    }
  }
  return starts
    .slice(0, -1)
    .map((startMs, day) =>
      changes.filter(({ atMs }) => atMs >= startMs && atMs < (starts[day + 1] ?? startMs))
    )
}

/** The entries of each day. Days are stretches of time, so a long list is cut, not looked through. */
export function entriesByDay(
  entries: readonly CalendarEntry[],
  starts: readonly number[]
): readonly (readonly CalendarEntry[])[] {
  const places = starts.map((startMs) => firstFrom(entries, new Date(startMs).toISOString()))
  return places.slice(0, -1).map((place, day) => entries.slice(place, places[day + 1]))
}

/** The place of the first entry at or after an instant. */
function firstFrom(entries: readonly CalendarEntry[], instant: string): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.at ?? '') < instant) low = middle + 1
    else high = middle
  }
  return low
}

/** The zones that entries are planned in, each once. */
function zonesOf(entries: readonly CalendarEntry[]): string {
  const zones = new Set<string>()
  for (const { occurrence } of entries) if (occurrence !== null) zones.add(occurrence.zone)
  return [...zones].sort().join(' ')
}

/** The calendar's days with what is on them. `starts` are those of the dates. */
export function useCalendarDays(
  zone: string,
  dates: readonly string[],
  starts: readonly number[],
  entries: readonly CalendarEntry[]
): readonly CalendarDay[] {
  const otherZones = useMemo(() => zonesOf(entries), [entries])
  const changes = useMemo(
    () =>
      changesByDay(
        [zone, ...otherZones.split(' ').filter((other) => other !== '' && other !== zone)],
        starts
      ),
    [zone, otherZones, starts]
  )
  const cut = useMemo(() => entriesByDay(entries, starts), [entries, starts])
  return useMemo(
    () =>
      dates.map((date, index) => ({
        date,
        entries: cut[index] ?? [],
        clock_changes: changes[index] ?? []
      })),
    [dates, cut, changes]
  )
}
