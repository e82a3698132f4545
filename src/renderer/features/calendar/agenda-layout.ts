import type { CalendarDay } from './calendar-days'

/** A day in the agenda's one long list of lines of equal height: its head, then its entries. */
export interface DayPlace {
  readonly day: CalendarDay
  /** The line of its head. */
  readonly line: number
  /** Its head and what is below it. A day without entries has one line that says so. */
  readonly lines: number
}

export interface AgendaLayout {
  readonly places: readonly DayPlace[]
  /** With the lines for "earlier" and "later". */
  readonly lines: number
}

/**
 * Days with something on them, today and the day that is looked at. The first line is for "earlier", the last one for
 * "later".
 */
export function agendaLayout(days: readonly CalendarDay[], today: string, date: string): AgendaLayout {
  const places: DayPlace[] = []
  let line = 1
  for (const day of days) {
    const isShown =
      day.entries.length > 0 || day.clock_changes.length > 0 || day.date === today || day.date === date
    if (!isShown) continue
    const lines = 1 + Math.max(1, day.entries.length)
    places.push({ day, line, lines })
    line += lines
  }
  return { places, lines: line + 1 }
}

/** Where a date is, or what comes next after it; the end of the list when nothing does. */
export const lineOf = ({ places, lines }: AgendaLayout, date: string): number =>
  places.find(({ day }) => day.date >= date)?.line ?? lines - 1

/** The day in whose stretch a line lies. */
export const dayAtLine = ({ places }: AgendaLayout, line: number): DayPlace | undefined =>
  places.findLast((place) => place.line <= line) ?? places[0]
