import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextOccurrence } from '../../../src/engine/scheduler/occurrences/occurrences'
import type { ScheduleInput } from '../../../src/engine/scheduler/occurrences/plan'
import { checkSchedule } from '../../../src/engine/scheduler/occurrences/schedule-check'
import { ISSUE_CODES } from '../../../src/shared/issue-codes'
import { scheduleArbitrary } from '../../support/schedule-arbitrary'

const BASE = {
  frequency: 'daily',
  start_time: '2024-01-10T09:00:00',
  timezone: 'Asia/Ho_Chi_Minh'
} as const

type Line = readonly [
  name: string,
  change: Partial<ScheduleInput>,
  issues: readonly (readonly [string, string])[]
]

const LINES: readonly Line[] = [
  ['a plain schedule', {}, []],
  ['an end equal to the start', { end_time: '2024-01-10T09:00:00' }, []],
  [
    'an end one second before the start',
    { end_time: '2024-01-10T08:59:59' },
    [['end_time', 'end_before_start']]
  ],
  ['the start’s own date as the end', { end_time: '2024-01-10' }, []],
  ['the date before as the end', { end_time: '2024-01-09' }, [['end_time', 'end_before_start']]],
  ['an end with Z at the instant of the start', { end_time: '2024-01-10T02:00:00Z' }, []],
  ['an end with Z before it', { end_time: '2024-01-10T01:59:59Z' }, [['end_time', 'end_before_start']]],
  [
    'wall times in order whose instants are not (the start picks the second 01:30)',
    {
      timezone: 'America/New_York',
      start_time: '2024-11-03T01:30:00-05:00',
      end_time: '2024-11-03T01:45:00'
    },
    [['end_time', 'end_before_start']]
  ],
  [
    'an end in the gap, before the start by the clock, not by the instant',
    { timezone: 'Europe/Berlin', start_time: '2024-03-31T03:15:00', end_time: '2024-03-31T02:45:00' },
    []
  ],
  [
    'a start in the gap and an end before the instant that it becomes',
    { timezone: 'Europe/Berlin', start_time: '2024-03-31T02:30:00', end_time: '2024-03-31T03:15:00' },
    [['end_time', 'end_before_start']]
  ],
  ['30 February', { start_time: '2023-02-30T09:00' }, [['start_time', 'date_time_invalid']]],
  ['29 February of a common year', { start_time: '2023-02-29T09:00' }, [['start_time', 'date_time_invalid']]],
  ['29 February of 2100', { start_time: '2100-02-29T09:00' }, [['start_time', 'date_time_invalid']]],
  ['29 February of 2000', { start_time: '2000-02-29T09:00' }, []],
  ['31 April', { start_time: '2024-04-31T09:00' }, [['start_time', 'date_time_invalid']]],
  ['month 13', { start_time: '2024-13-01T09:00' }, [['start_time', 'date_time_invalid']]],
  ['month 0', { start_time: '2024-00-01T09:00' }, [['start_time', 'date_time_invalid']]],
  ['day 0', { start_time: '2024-01-00T09:00' }, [['start_time', 'date_time_invalid']]],
  ['hour 25', { start_time: '2024-01-10T25:00' }, [['start_time', 'date_time_invalid']]],
  ['hour 24', { start_time: '2024-01-10T24:00' }, [['start_time', 'date_time_invalid']]],
  ['minute 60', { start_time: '2024-01-10T09:60' }, [['start_time', 'date_time_invalid']]],
  ['a leap second', { start_time: '2024-01-10T23:59:60' }, [['start_time', 'date_time_invalid']]],
  ['an offset of 24 hours', { start_time: '2024-01-10T09:00+24:00' }, [['start_time', 'date_time_invalid']]],
  [
    'an offset of 60 minutes',
    { start_time: '2024-01-10T09:00+07:60' },
    [['start_time', 'date_time_invalid']]
  ],
  ['the year 0', { start_time: '0000-01-01T09:00' }, [['start_time', 'date_time_invalid']]],
  [
    'an instant whose local date is in the year 10000',
    { start_time: '9999-12-31T20:00:00Z' },
    [['start_time', 'date_time_invalid']]
  ],
  ['an end on 30 February', { end_time: '2024-02-30T09:00' }, [['end_time', 'date_time_invalid']]],
  ['an end at 24:00', { end_time: '2024-02-01T24:00:00' }, [['end_time', 'date_time_invalid']]],
  [
    'a start and an end that do not exist',
    { start_time: '2023-02-30T09:00', end_time: '2024-02-30T09:00' },
    [
      ['start_time', 'date_time_invalid'],
      ['end_time', 'date_time_invalid']
    ]
  ],
  [
    'once on an excluded date',
    { frequency: 'once', exclude_dates: ['2024-01-10'] },
    [['exclude_dates', 'schedule_never_runs']]
  ],
  [
    'every slot excluded',
    { end_time: '2024-01-11', exclude_dates: ['2024-01-10', '2024-01-11'] },
    [['exclude_dates', 'schedule_never_runs']]
  ],
  [
    'ended before the first weekday',
    { frequency: 'weekly', days_of_week: [0], end_time: '2024-01-14' },
    [['end_time', 'schedule_never_runs']]
  ],
  ['ended on the first weekday', { frequency: 'weekly', days_of_week: [0], end_time: '2024-01-15' }, []],
  [
    'ended before the first day of the month, a date excluded as well',
    { frequency: 'monthly', day_of_month: 5, end_time: '2024-02-04', exclude_dates: ['2024-02-05'] },
    [['end_time', 'schedule_never_runs']]
  ],
  [
    'behind UTC in the last hours of the year 9999',
    { frequency: 'once', timezone: 'America/New_York', start_time: '9999-12-31T23:00:00' },
    [['start_time', 'schedule_never_runs']]
  ],
  ['fields that the frequency does not use', { day_of_month: 31, days_of_week: [6] }, []]
]

describe('checkSchedule', () => {
  it.each(LINES)('%s', (_name, change, issues) => {
    expect(checkSchedule({ ...BASE, ...change })).toEqual(
      issues.map(([field, code]) => ({ path: [field], code }))
    )
  })

  it('finds nothing exactly when there is a slot, for random schedules', () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        expect(checkSchedule(schedule).length === 0).toBe(nextOccurrence(schedule, -Infinity) !== null)
      }),
      { numRuns: 200 }
    )
  })

  it('answers what the schema refuses with the issues of the schema', () => {
    const hostile = { ...BASE, timezone: '__proto__', interval: 0 }
    expect(checkSchedule(hostile)).toEqual([
      { path: ['timezone'], code: 'zone_unknown' },
      { path: ['interval'], code: 'interval_range' }
    ])
  })

  it('never throws, whatever it is given', () => {
    const field = fc.oneof(
      fc.constantFrom('once', 'daily', 'weekly', 'monthly', 'yearly', '', '9999-99-99T99:99', '0000-00-00'),
      fc.constantFrom('UTC', 'Asia/Ho_Chi_Minh', '__proto__', 'constructor', '2024-01-01T09:00:00+99:99'),
      fc.anything()
    )
    const hostile = fc.record(
      {
        frequency: field,
        start_time: field,
        timezone: field,
        interval: field,
        days_of_week: field,
        day_of_month: field,
        month_of_year: field,
        end_time: field,
        exclude_dates: field
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), (input) => {
        const issues = checkSchedule(input as ScheduleInput)
        expect(issues.every(({ code }) => ISSUE_CODES.includes(code))).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})
