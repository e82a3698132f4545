import type { OccurrenceCase } from '../../../support/occurrence-case'

/** Intervals of days, months and years, near the start and far from it; fields that a frequency does not use. */
export const intervals: readonly OccurrenceCase[] = [
  {
    name: 'every second day over 29 February',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-27T09:00:00',
    rule: { frequency: 'daily', interval: 2 },
    expect: ['2024-02-27T02:00Z', '2024-02-29T02:00Z', '2024-03-02T02:00Z']
  },
  {
    name: 'every second day over the end of February of a common year',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2023-02-27T09:00:00',
    rule: { frequency: 'daily', interval: 2 },
    expect: ['2023-02-27T02:00Z', '2023-03-01T02:00Z', '2023-03-03T02:00Z']
  },
  {
    name: 'every day over the turn of the year',
    zone: 'Asia/Kolkata',
    start: '2023-12-30T09:00:00',
    rule: { frequency: 'daily' },
    expect: ['2023-12-30T03:30Z', '2023-12-31T03:30Z', '2024-01-01T03:30Z']
  },
  {
    name: 'every third day over the turn of the year',
    zone: 'UTC',
    start: '2023-12-29T09:00:00',
    rule: { frequency: 'daily', interval: 3 },
    expect: ['2023-12-29T09:00Z', '2024-01-01T09:00Z', '2024-01-04T09:00Z']
  },
  {
    name: 'every seventh day is weekly',
    zone: 'America/New_York',
    start: '2024-03-05T09:00:00',
    rule: { frequency: 'daily', interval: 7 },
    expect: ['2024-03-05T14:00Z', '2024-03-12T13:00Z', '2024-03-19T13:00Z']
  },
  {
    name: 'every 30th day',
    zone: 'UTC',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'daily', interval: 30 },
    expect: ['2024-01-31T09:00Z', '2024-03-01T09:00Z', '2024-03-31T09:00Z', '2024-04-30T09:00Z']
  },
  {
    name: 'every 365th day loses a day in a leap year',
    zone: 'UTC',
    start: '2023-03-01T09:00:00',
    rule: { frequency: 'daily', interval: 365 },
    expect: ['2023-03-01T09:00Z', '2024-02-29T09:00Z', '2025-02-28T09:00Z']
  },
  {
    name: 'every 1000th day',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', interval: 1000 },
    expect: ['2024-01-01T09:00Z', '2026-09-27T09:00Z', '2029-06-23T09:00Z']
  },
  {
    name: 'every second day steps over the gap',
    zone: 'America/New_York',
    start: '2024-03-09T02:30:00',
    rule: { frequency: 'daily', interval: 2 },
    expect: ['2024-03-09T07:30Z', '2024-03-11T06:30Z', '2024-03-13T06:30Z']
  },
  {
    name: 'every second day lands in the gap',
    zone: 'America/New_York',
    start: '2024-03-08T02:30:00',
    rule: { frequency: 'daily', interval: 2 },
    expect: [
      '2024-03-08T07:30Z',
      ['2024-03-10T07:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30'],
      '2024-03-12T06:30Z'
    ]
  },
  {
    name: 'every second day over the day that Samoa skipped: days are calendar days',
    zone: 'Pacific/Apia',
    start: '2011-12-27T09:00:00',
    rule: { frequency: 'daily', interval: 2 },
    expect: ['2011-12-27T19:00Z', '2011-12-29T19:00Z', '2011-12-30T19:00Z', '2012-01-01T19:00Z']
  },
  {
    name: 'every third day, 24 years on: the 2922nd time',
    zone: 'UTC',
    start: '2000-01-01T09:00:00',
    rule: { frequency: 'daily', interval: 3 },
    after: '2024-01-01T00:00Z',
    expect: ['2024-01-01T09:00Z', '2024-01-04T09:00Z']
  },
  {
    name: 'every fifth week, 24 years on: week 1255',
    zone: 'UTC',
    start: '2000-01-03T09:00:00',
    rule: { frequency: 'weekly', interval: 5 },
    after: '2024-01-01T00:00Z',
    expect: ['2024-01-22T09:00Z', '2024-02-26T09:00Z']
  },
  {
    name: 'every fifth month, 24 years on: month 290',
    zone: 'UTC',
    start: '2000-01-15T09:00:00',
    rule: { frequency: 'monthly', interval: 5 },
    after: '2024-01-01T00:00Z',
    expect: ['2024-03-15T09:00Z', '2024-08-15T09:00Z', '2025-01-15T09:00Z']
  },
  {
    name: 'every third year, 24 years on',
    zone: 'UTC',
    start: '2001-05-05T09:00:00',
    rule: { frequency: 'yearly', interval: 3 },
    after: '2024-01-01T00:00Z',
    expect: ['2025-05-05T09:00Z', '2028-05-05T09:00Z']
  },
  {
    name: 'every fifth month runs through the turn of the year',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-15T09:00:00',
    rule: { frequency: 'monthly', interval: 5 },
    expect: ['2024-01-15T02:00Z', '2024-06-15T02:00Z', '2024-11-15T02:00Z', '2025-04-15T02:00Z']
  },
  {
    name: 'every 1000th month',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'monthly', interval: 1000 },
    expect: ['2024-01-01T09:00Z', '2107-05-01T09:00Z', '2190-09-01T09:00Z']
  },
  {
    name: 'every second year',
    zone: 'America/New_York',
    start: '2024-07-04T09:00:00',
    rule: { frequency: 'yearly', interval: 2 },
    expect: ['2024-07-04T13:00Z', '2026-07-04T13:00Z', '2028-07-04T13:00Z']
  },
  {
    name: 'once ignores interval, weekdays, day and month',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'once', interval: 5, days_of_week: [0], day_of_month: 20, month_of_year: 7 },
    expect: ['2024-01-03T02:00Z'],
    over: true
  },
  {
    name: 'daily ignores weekdays, day and month',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'daily', days_of_week: [0], day_of_month: 20, month_of_year: 7 },
    expect: ['2024-01-03T02:00Z', '2024-01-04T02:00Z']
  },
  {
    name: 'weekly ignores day and month',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', day_of_month: 20, month_of_year: 7 },
    expect: ['2024-01-03T02:00Z', '2024-01-10T02:00Z']
  },
  {
    name: 'monthly ignores weekdays and month',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'monthly', days_of_week: [0], month_of_year: 7 },
    expect: ['2024-01-03T02:00Z', '2024-02-03T02:00Z']
  },
  {
    name: 'yearly ignores weekdays',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'yearly', days_of_week: [0] },
    expect: ['2024-01-03T02:00Z', '2025-01-03T02:00Z']
  },
  {
    name: 'max_runs is not counted here',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'daily', max_runs: 1 },
    expect: ['2024-01-03T02:00Z', '2024-01-04T02:00Z']
  }
]
