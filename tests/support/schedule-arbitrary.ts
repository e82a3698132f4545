import fc from 'fast-check'
import { FREQUENCIES, type ScheduleSettings, scheduleSettingsSchema } from '../../src/shared/domain/schedule'

export const PROPERTY_ZONES = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Moscow',
  'Europe/Istanbul',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'America/Caracas',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Beirut',
  'Asia/Pyongyang',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Atlantic/Azores'
] as const

/** Days near which one of the zones changes its clocks, so that random schedules meet gaps and overlaps. */
const BUSY_DAYS = [
  '1986-01-01',
  '2007-12-09',
  '2010-11-07',
  '2011-12-30',
  '2014-06-26',
  '2014-07-31',
  '2015-08-15',
  '2016-05-01',
  '2018-02-18',
  '2018-05-04',
  '2018-11-04',
  '2020-12-31',
  '2021-03-22',
  '2021-04-11',
  '2021-05-16',
  '2024-03-10',
  '2024-03-31',
  '2024-04-07',
  '2024-10-06',
  '2024-10-27',
  '2024-11-03'
].map((text) => Date.parse(text))

const DAY_MS = 86_400_000

const dayMs = fc.oneof(
  fc
    .record({ busy: fc.constantFrom(...BUSY_DAYS), shift: fc.integer({ min: -40, max: 5 }) })
    .map(({ busy, shift }) => busy + shift * DAY_MS),
  fc
    .integer({ min: Date.parse('1975-01-01') / DAY_MS, max: Date.parse('2045-01-01') / DAY_MS })
    .map((day) => day * DAY_MS)
)

const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 239 }),
  fc.integer({ min: 1380, max: 1439 }),
  fc.integer({ min: 0, max: 1439 })
)

const dateText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const wallText = (ms: number) => new Date(ms).toISOString().slice(0, 19)

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Schedules that the schema accepts, crowded around clock changes. Many of them are short, some never run. */
export const scheduleArbitrary: fc.Arbitrary<ScheduleSettings> = fc
  .record({
    frequency: fc.constantFrom(...FREQUENCIES),
    timezone: fc.constantFrom(...PROPERTY_ZONES),
    startDayMs: dayMs,
    startMinute: minuteOfDay,
    startIsInstant: fc.integer({ min: 0, max: 3 }).map((value) => value === 0),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 6 })),
    days_of_week: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    day_of_month: optional(fc.integer({ min: 1, max: 31 })),
    month_of_year: optional(fc.integer({ min: 1, max: 12 })),
    end: optional(
      fc.record({
        afterMinutes: fc.integer({ min: -1440, max: 120 * 1440 }),
        form: fc.constantFrom('date', 'wall', 'instant')
      })
    ),
    excludedShifts: fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 12 })
  })
  .map(({ startDayMs, startMinute, startIsInstant, end, excludedShifts, ...rest }) => {
    const startMs = startDayMs + startMinute * 60_000
    const endMs = startMs + (end?.afterMinutes ?? 0) * 60_000
    const endTexts = { date: dateText(endMs), wall: wallText(endMs), instant: `${wallText(endMs)}Z` }
    return scheduleSettingsSchema.parse({
      ...rest,
      start_time: wallText(startMs) + (startIsInstant ? 'Z' : ''),
      end_time: end && endTexts[end.form],
      exclude_dates: excludedShifts.map((days) => dateText(startDayMs + days * DAY_MS))
    })
  })
