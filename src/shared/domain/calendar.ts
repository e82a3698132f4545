import type { RunSummary } from './run'
import type { Occurrence } from './schedule'

/** `planned`: will run; `left_out`: on an excluded date; the others are in the history. */
export type CalendarKind = 'planned' | 'left_out' | 'missed' | 'run'

/** Something on the calendar: a slot that is to come, or what became of one, or a run by hand. */
export interface CalendarEntry {
  readonly kind: CalendarKind
  readonly campaign_id: string
  readonly campaign_name: string
  /** UTC ISO: when it is, or when it began. */
  readonly at: string
  /** The slot; null for a run without one (by hand, a retry). */
  readonly occurrence: Occurrence | null
  /** What became of it; null for what is to come. */
  readonly run: RunSummary | null
  /** Can the one slot be left out, or put back? */
  readonly can_skip: boolean
}

/** Public holidays of Vietnam (Labour Code 2019, article 112); those of the lunar calendar move. */
export const HOLIDAYS = ['new_year', 'tet', 'hung_kings', 'reunification', 'labour', 'national'] as const

export type HolidayName = (typeof HOLIDAYS)[number]

export interface Holiday {
  readonly name: HolidayName
  readonly year: number
  /** Calendar dates, ascending. */
  readonly dates: readonly string[]
}

/** The slots of a schedule that is being typed, and those that its excluded dates take away. */
export interface SchedulePreview {
  readonly runs: readonly Occurrence[]
  /** Every slot to come that falls on an excluded date, ascending: also those behind the last of `runs`. */
  readonly left_out: readonly Occurrence[]
}

/** What was sent on one day of the operator's calendar. */
export interface DayOfMessages {
  /** `2026-11-25` */
  readonly date: string
  readonly by_channel: Readonly<
    Record<
      'whatsapp' | 'telegram' | 'ai_call',
      { readonly sent: number; readonly failed: number; readonly unknown: number; readonly skipped: number }
    >
  >
}
