import type { OccurrenceCase } from '../../../support/occurrence-case'

/** `start_time` as an instant (Z or an offset), and the forms in which it may be written. */
export const starts: readonly OccurrenceCase[] = [
  {
    name: 'Z: the local wall time of the instant repeats',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T02:00:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z', '2024-01-03T02:00Z']
  },
  {
    name: 'Z: the wall time stays fixed over the change to summer time',
    zone: 'America/New_York',
    start: '2024-03-09T14:00:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-03-09T14:00Z', '2024-03-10T13:00Z', '2024-03-11T13:00Z']
  },
  {
    name: 'an offset of another zone',
    zone: 'America/New_York',
    start: '2024-01-01T09:00:00+07:00',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z']
  },
  {
    name: 'an offset that is the zone’s own',
    zone: 'Asia/Kathmandu',
    start: '2024-01-01T09:00:00+05:45',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T03:15Z', '2024-01-02T03:15Z']
  },
  {
    name: 'an offset written without a colon',
    zone: 'Asia/Kolkata',
    start: '2024-01-01T09:00:00+0530',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T03:30Z', '2024-01-02T03:30Z']
  },
  {
    name: 'the offset +00:00',
    zone: 'Europe/London',
    start: '2024-07-01T09:00:00+00:00',
    rule: { frequency: 'monthly', interval: 6 },
    expect: ['2024-07-01T09:00Z', '2025-01-01T10:00Z']
  },
  {
    name: 'the offset -00:00',
    zone: 'UTC',
    start: '2024-07-01T09:00:00-00:00',
    rule: { frequency: 'daily' },
    expect: ['2024-07-01T09:00Z', '2024-07-02T09:00Z']
  },
  {
    name: 'once at an instant',
    zone: 'America/New_York',
    start: '2024-07-01T09:00:00Z',
    rule: { frequency: 'once' },
    expect: ['2024-07-01T09:00Z'],
    over: true
  },
  {
    name: 'once at the second of two instants: the offset says which',
    zone: 'America/New_York',
    start: '2024-11-03T01:30:00-05:00',
    rule: { frequency: 'once' },
    expect: ['2024-11-03T06:30Z'],
    over: true
  },
  {
    name: 'daily from the second of two instants',
    zone: 'America/New_York',
    start: '2024-11-03T06:30:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-11-03T06:30Z', '2024-11-04T06:30Z']
  },
  {
    name: 'once at the first of two instants',
    zone: 'America/New_York',
    start: '2024-11-03T01:30:00-04:00',
    rule: { frequency: 'once' },
    expect: [['2024-11-03T05:30Z', 'ambiguous_first']],
    over: true
  },
  {
    name: 'yearly from the second of two instants',
    zone: 'Europe/Berlin',
    start: '2019-10-27T01:30:00Z',
    rule: { frequency: 'yearly' },
    expect: ['2019-10-27T01:30Z', '2020-10-27T01:30Z', '2021-10-27T00:30Z']
  },
  {
    name: 'Lord Howe, daily from the second of two instants half an hour apart',
    zone: 'Australia/Lord_Howe',
    start: '2024-04-06T15:15:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-04-06T15:15Z', '2024-04-07T15:15Z']
  },
  {
    name: 'an instant just after the gap repeats at the wall time it has there',
    zone: 'America/New_York',
    start: '2024-03-10T07:30:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-03-10T07:30Z', '2024-03-11T07:30Z']
  },
  {
    name: 'Z: the weekday is that of the local date',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-07T20:00:00Z',
    rule: { frequency: 'weekly' },
    expect: ['2024-01-07T20:00Z', '2024-01-14T20:00Z']
  },
  {
    name: 'Z: named weekdays are local ones',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-07T20:00:00Z',
    rule: { frequency: 'weekly', days_of_week: [0, 6] },
    expect: ['2024-01-07T20:00Z', '2024-01-13T20:00Z', '2024-01-14T20:00Z']
  },
  {
    name: 'Z: the day of the month is that of the local date',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-31T20:00:00Z',
    rule: { frequency: 'monthly' },
    expect: ['2024-01-31T20:00Z', '2024-02-29T20:00Z', '2024-03-31T20:00Z', '2024-04-30T20:00Z']
  },
  {
    name: 'Z: day_of_month in the month of the local date',
    zone: 'America/New_York',
    start: '2024-02-01T03:00:00Z',
    rule: { frequency: 'monthly', day_of_month: 31 },
    expect: ['2024-02-01T03:00Z', ['2024-03-01T03:00Z', 'short_month'], '2024-04-01T02:00Z']
  },
  {
    name: 'Z: the month and day of a year are those of the local date',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-28T20:00:00Z',
    rule: { frequency: 'yearly' },
    expect: ['2024-02-28T20:00Z', ['2025-02-27T20:00Z', 'short_month']]
  },
  {
    name: 'Z: the year is that of the local date',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2023-12-31T20:00:00Z',
    rule: { frequency: 'yearly', interval: 2, day_of_month: 15 },
    expect: ['2024-01-14T20:00Z', '2026-01-14T20:00Z']
  },
  {
    name: 'an instant on a weekday that is not named is no slot',
    zone: 'UTC',
    start: '2024-01-03T09:00:00Z',
    rule: { frequency: 'weekly', days_of_week: [4] },
    expect: ['2024-01-05T09:00Z', '2024-01-12T09:00Z']
  },
  {
    name: 'seconds are kept',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:59',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00:59Z', '2024-01-02T02:00:59Z']
  },
  {
    name: 'seconds may be missing',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z']
  },
  {
    name: 'seconds may be missing before Z',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T02:00Z',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z']
  },
  {
    name: 'a fraction of a second is dropped from a wall time',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00.750',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z']
  },
  {
    name: 'a fraction of a second is dropped from an instant, also before 1970',
    zone: 'UTC',
    start: '1969-12-31T23:59:58.750Z',
    rule: { frequency: 'daily' },
    expect: ['1969-12-31T23:59:58Z', '1970-01-01T23:59:58Z']
  },
  {
    name: 'midnight',
    zone: 'America/New_York',
    start: '2024-01-01T00:00:00',
    rule: { frequency: 'daily' },
    expect: ['2024-01-01T05:00Z', '2024-01-02T05:00Z']
  },
  {
    name: 'the seed’s own example',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'once' },
    expect: ['2024-01-01T02:00Z'],
    over: true
  }
]
