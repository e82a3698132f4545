import type { OccurrenceCase } from '../../../support/occurrence-case'

/** Days that a month lacks: its last day instead, without drifting from then on. */
export const monthEnds: readonly OccurrenceCase[] = [
  {
    name: 'the 31st, from January of a leap year',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2024-01-31T02:00Z',
      ['2024-02-29T02:00Z', 'short_month'],
      '2024-03-31T02:00Z',
      ['2024-04-30T02:00Z', 'short_month'],
      '2024-05-31T02:00Z'
    ]
  },
  {
    name: 'the 31st, from January of a common year',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2023-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2023-01-31T02:00Z', ['2023-02-28T02:00Z', 'short_month'], '2023-03-31T02:00Z']
  },
  {
    name: 'the 31st through a whole year',
    zone: 'UTC',
    start: '2023-01-31T12:00:00',
    rule: { frequency: 'monthly', end_time: '2023-12-31' },
    expect: [
      '2023-01-31T12:00Z',
      ['2023-02-28T12:00Z', 'short_month'],
      '2023-03-31T12:00Z',
      ['2023-04-30T12:00Z', 'short_month'],
      '2023-05-31T12:00Z',
      ['2023-06-30T12:00Z', 'short_month'],
      '2023-07-31T12:00Z',
      '2023-08-31T12:00Z',
      ['2023-09-30T12:00Z', 'short_month'],
      '2023-10-31T12:00Z',
      ['2023-11-30T12:00Z', 'short_month'],
      '2023-12-31T12:00Z'
    ],
    over: true
  },
  {
    name: 'the 30th in February of a common year',
    zone: 'Asia/Kolkata',
    start: '2023-01-30T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2023-01-30T03:30Z', ['2023-02-28T03:30Z', 'short_month'], '2023-03-30T03:30Z']
  },
  {
    name: 'the 30th in February of a leap year',
    zone: 'Asia/Kolkata',
    start: '2024-01-30T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2024-01-30T03:30Z', ['2024-02-29T03:30Z', 'short_month'], '2024-03-30T03:30Z']
  },
  {
    name: 'the 29th in February of a common year',
    zone: 'Asia/Kathmandu',
    start: '2023-01-29T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2023-01-29T03:15Z', ['2023-02-28T03:15Z', 'short_month'], '2023-03-29T03:15Z']
  },
  {
    name: 'the 29th in February of a leap year is there',
    zone: 'Asia/Kathmandu',
    start: '2024-01-29T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2024-01-29T03:15Z', '2024-02-29T03:15Z', '2024-03-29T03:15Z']
  },
  {
    name: 'the 28th is in every month',
    zone: 'UTC',
    start: '2023-01-28T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2023-01-28T09:00Z', '2023-02-28T09:00Z', '2023-03-28T09:00Z']
  },
  {
    name: 'the 29th in February 2100, no leap year',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2100-01-29T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2100-01-29T02:00Z', ['2100-02-28T02:00Z', 'short_month'], '2100-03-29T02:00Z']
  },
  {
    name: 'the 30th in February 2000, a leap year',
    zone: 'UTC',
    start: '2000-01-30T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['2000-01-30T09:00Z', ['2000-02-29T09:00Z', 'short_month'], '2000-03-30T09:00Z']
  },
  {
    name: 'the 31st in February 1900, no leap year',
    zone: 'UTC',
    start: '1900-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    expect: ['1900-01-31T09:00Z', ['1900-02-28T09:00Z', 'short_month'], '1900-03-31T09:00Z']
  },
  {
    name: 'day_of_month 31 from a start in February',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-10T09:00:00',
    rule: { frequency: 'monthly', day_of_month: 31 },
    expect: [['2024-02-29T02:00Z', 'short_month'], '2024-03-31T02:00Z', ['2024-04-30T02:00Z', 'short_month']]
  },
  {
    name: "day_of_month 31 from the month's last day itself",
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'monthly', day_of_month: 31 },
    expect: [['2024-02-29T02:00Z', 'short_month'], '2024-03-31T02:00Z']
  },
  {
    name: 'a start on the 30th with day_of_month 31 in April begins on that day',
    zone: 'UTC',
    start: '2024-04-30T09:00:00',
    rule: { frequency: 'monthly', day_of_month: 31 },
    expect: [['2024-04-30T09:00Z', 'short_month'], '2024-05-31T09:00Z']
  },
  {
    name: 'day_of_month before the start day waits for the next month',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly', day_of_month: 5 },
    expect: ['2024-02-05T02:00Z', '2024-03-05T02:00Z']
  },
  {
    name: 'every second month, the 5th, counted from the month of the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly', interval: 2, day_of_month: 5 },
    expect: ['2024-03-05T02:00Z', '2024-05-05T02:00Z', '2024-07-05T02:00Z']
  },
  {
    name: 'every second month, the 31st',
    zone: 'UTC',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly', interval: 2 },
    expect: [
      '2024-01-31T09:00Z',
      '2024-03-31T09:00Z',
      '2024-05-31T09:00Z',
      '2024-07-31T09:00Z',
      ['2024-09-30T09:00Z', 'short_month'],
      ['2024-11-30T09:00Z', 'short_month'],
      '2025-01-31T09:00Z'
    ]
  },
  {
    name: 'every quarter from February, the 31st',
    zone: 'Europe/Berlin',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'monthly', interval: 3, day_of_month: 31 },
    expect: [
      ['2024-02-29T08:00Z', 'short_month'],
      '2024-05-31T07:00Z',
      '2024-08-31T07:00Z',
      ['2024-11-30T08:00Z', 'short_month'],
      ['2025-02-28T08:00Z', 'short_month']
    ]
  },
  {
    name: 'every twelve months from 29 February',
    zone: 'UTC',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'monthly', interval: 12 },
    expect: [
      '2024-02-29T09:00Z',
      ['2025-02-28T09:00Z', 'short_month'],
      ['2026-02-28T09:00Z', 'short_month'],
      ['2027-02-28T09:00Z', 'short_month'],
      '2028-02-29T09:00Z'
    ]
  },
  {
    name: 'every thirteen months, the 31st',
    zone: 'UTC',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly', interval: 13 },
    expect: ['2024-01-31T09:00Z', ['2025-02-28T09:00Z', 'short_month'], '2026-03-31T09:00Z']
  },
  {
    name: 'the 31st in New York, over the change to summer time',
    zone: 'America/New_York',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2024-01-31T14:00Z',
      ['2024-02-29T14:00Z', 'short_month'],
      '2024-03-31T13:00Z',
      ['2024-04-30T13:00Z', 'short_month']
    ]
  },
  {
    name: 'the 31st at 23:30 in Sydney, over the end of summer time',
    zone: 'Australia/Sydney',
    start: '2024-01-31T23:30:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2024-01-31T12:30Z',
      ['2024-02-29T12:30Z', 'short_month'],
      '2024-03-31T12:30Z',
      ['2024-04-30T13:30Z', 'short_month']
    ]
  },
  {
    name: 'a stand-in day that is also a gap (Cairo, 30 April 2010)',
    zone: 'Africa/Cairo',
    start: '2010-03-31T00:30:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2010-03-30T22:30Z',
      ['2010-04-29T22:30Z', 'short_month+gap_shifted', '2010-04-30T00:30', '2010-04-30T01:30'],
      '2010-05-30T21:30Z'
    ]
  },
  {
    name: 'a stand-in day that is also an overlap (Cairo, 30 September 2010)',
    zone: 'Africa/Cairo',
    start: '2010-09-01T23:30:00',
    rule: { frequency: 'monthly', day_of_month: 31 },
    expect: [['2010-09-30T20:30Z', 'short_month+ambiguous_first', '2010-09-30T23:30'], '2010-10-31T21:30Z']
  },
  {
    name: 'yearly on 29 February',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'yearly' },
    expect: [
      '2024-02-29T02:00Z',
      ['2025-02-28T02:00Z', 'short_month'],
      ['2026-02-28T02:00Z', 'short_month'],
      ['2027-02-28T02:00Z', 'short_month'],
      '2028-02-29T02:00Z'
    ]
  },
  {
    name: 'yearly on 29 February over 2100, no leap year',
    zone: 'UTC',
    start: '2096-02-29T09:00:00',
    rule: { frequency: 'yearly' },
    after: '2098-12-31T00:00Z',
    expect: [
      ['2099-02-28T09:00Z', 'short_month'],
      ['2100-02-28T09:00Z', 'short_month'],
      ['2101-02-28T09:00Z', 'short_month'],
      ['2102-02-28T09:00Z', 'short_month'],
      ['2103-02-28T09:00Z', 'short_month'],
      '2104-02-29T09:00Z'
    ]
  },
  {
    name: 'yearly on 29 February over 2000, a leap year',
    zone: 'UTC',
    start: '1996-02-29T09:00:00',
    rule: { frequency: 'yearly' },
    after: '1998-12-31T00:00Z',
    expect: [['1999-02-28T09:00Z', 'short_month'], '2000-02-29T09:00Z', ['2001-02-28T09:00Z', 'short_month']]
  },
  {
    name: 'every four years on 29 February',
    zone: 'UTC',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'yearly', interval: 4 },
    expect: ['2024-02-29T09:00Z', '2028-02-29T09:00Z', '2032-02-29T09:00Z']
  },
  {
    name: 'every four years on 29 February over 2100',
    zone: 'UTC',
    start: '2096-02-29T09:00:00',
    rule: { frequency: 'yearly', interval: 4 },
    expect: ['2096-02-29T09:00Z', ['2100-02-28T09:00Z', 'short_month'], '2104-02-29T09:00Z']
  },
  {
    name: 'yearly on the 31st of April',
    zone: 'Europe/London',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 4, day_of_month: 31 },
    expect: [
      ['2024-04-30T08:00Z', 'short_month'],
      ['2025-04-30T08:00Z', 'short_month']
    ]
  },
  {
    name: 'yearly in February with the day of a start on the 31st',
    zone: 'UTC',
    start: '2023-01-31T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 2 },
    expect: [
      ['2023-02-28T09:00Z', 'short_month'],
      ['2024-02-29T09:00Z', 'short_month']
    ]
  },
  {
    name: 'yearly on the 29th in the month of a start in February',
    zone: 'UTC',
    start: '2023-02-10T09:00:00',
    rule: { frequency: 'yearly', day_of_month: 29 },
    expect: [['2023-02-28T09:00Z', 'short_month'], '2024-02-29T09:00Z', ['2025-02-28T09:00Z', 'short_month']]
  },
  {
    name: 'yearly in a month that is past in the year of the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-06-01T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 3, day_of_month: 15 },
    expect: ['2025-03-15T02:00Z', '2026-03-15T02:00Z']
  },
  {
    name: 'yearly in a month still to come in the year of the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-06-01T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 9, day_of_month: 15 },
    expect: ['2024-09-15T02:00Z', '2025-09-15T02:00Z']
  },
  {
    name: 'yearly in the month of the start, on an earlier day',
    zone: 'UTC',
    start: '2024-06-10T09:00:00',
    rule: { frequency: 'yearly', day_of_month: 5 },
    expect: ['2025-06-05T09:00Z', '2026-06-05T09:00Z']
  },
  {
    name: 'yearly in the month of the start, on a later day',
    zone: 'UTC',
    start: '2024-06-10T09:00:00',
    rule: { frequency: 'yearly', day_of_month: 20 },
    expect: ['2024-06-20T09:00Z', '2025-06-20T09:00Z']
  },
  {
    name: "every second year counts from the start's year, although that year's date is past",
    zone: 'UTC',
    start: '2024-06-01T09:00:00',
    rule: { frequency: 'yearly', interval: 2, month_of_year: 1, day_of_month: 1 },
    expect: ['2026-01-01T09:00Z', '2028-01-01T09:00Z']
  },
  {
    name: 'yearly in New York on both sides of summer time, by the month',
    zone: 'America/New_York',
    start: '2024-01-15T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 7 },
    expect: ['2024-07-15T13:00Z', '2025-07-15T13:00Z']
  }
]
