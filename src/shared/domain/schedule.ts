import { z } from 'zod'
import { dateSchema, dateTimeSchema, zoneSchema } from './primitives'

export const FREQUENCIES = ['once', 'daily', 'weekly', 'monthly', 'yearly'] as const

export type Frequency = (typeof FREQUENCIES)[number]

/** A day each for thirteen years. */
export const MOST_EXCLUDED_DATES = 5000

const wholeNumber = (minimum: number, maximum: number, code: string) =>
  z.number(code).int(code).min(minimum, code).max(maximum, code)

/**
 * The seed's `schedule_settings` and our additions. The fields that a frequency does not use are ignored, not refused,
 * so a form can keep what was typed while the operator tries another frequency.
 */
export const scheduleSettingsSchema = z.object({
  frequency: z.enum(FREQUENCIES),
  /** Wall time in `timezone`; with an offset or Z it is that instant, shown in the zone. */
  start_time: z.string().min(1, 'start_time_required').pipe(dateTimeSchema),
  timezone: zoneSchema,
  /** Every N days, ISO weeks, months or years, counted from the local one of `start_time`. */
  interval: wholeNumber(1, 1000, 'interval_range').default(1),
  /** 0 = Monday ... 6 = Sunday, as the reference system numbers them. Empty: the weekday of `start_time`. */
  days_of_week: z
    .array(wholeNumber(0, 6, 'day_of_week_range'))
    .max(7, 'day_of_week_range')
    .default([]),
  /** 1-31; a day that the month lacks is the month's last. Absent: the day of `start_time`. */
  day_of_month: wholeNumber(1, 31, 'day_of_month_range').optional(),
  /** 1-12. Absent: the month of `start_time`. */
  month_of_year: wholeNumber(1, 12, 'month_of_year_range').optional(),
  /** Inclusive; a bare date is that day's end in `timezone`. */
  end_time: z.union([dateTimeSchema, dateSchema], 'date_time_invalid').optional(),
  /** Dates in `timezone` on which nothing runs; nothing moves in their place. */
  exclude_dates: z.array(dateSchema).max(MOST_EXCLUDED_DATES, 'too_long').default([]),
  /** Counts started schedule and catch-up runs. */
  max_runs: wholeNumber(1, 1_000_000, 'max_runs_range').optional()
})

export type ScheduleSettings = Readonly<z.infer<typeof scheduleSettingsSchema>>

/**
 * As stored: a zone that this runtime does not know (an older or newer zone table) stays readable and can be mended
 * in the form; such a schedule has no occurrences.
 */
export const storedScheduleSchema = scheduleSettingsSchema.extend({ timezone: z.string() })

/** Why an occurrence is not at the wall time that the schedule names. */
export type OccurrenceNote = 'gap_shifted' | 'ambiguous_first' | 'short_month'

/** One computed slot of a schedule. Computed once, then used for screen, timer and ledger. */
export interface Occurrence {
  /** The wall time that the schedule names, before any gap shift: `2024-03-31T02:30:00`. Identifies the slot. */
  readonly nominal: string
  readonly zone: string
  /** UTC instant, ISO with milliseconds. */
  readonly at: string
  /** Wall time in the zone at that instant (after a gap shift). */
  readonly local: string
  readonly notes: readonly OccurrenceNote[]
}
