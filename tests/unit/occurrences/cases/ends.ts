import type { OccurrenceCase } from '../../../support/occurrence-case'

/** `end_time`: inclusive, as a wall time, as a bare date, as an instant. */
export const ends: readonly OccurrenceCase[] = [
  {
    name: 'an end at the second of a slot includes it',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03T09:00:00' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z', '2024-01-03T02:00Z'],
    over: true
  },
  {
    name: 'an end one second before a slot excludes it',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03T08:59:59' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z'],
    over: true
  },
  {
    name: 'an end without seconds',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T09:00' },
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z'],
    over: true
  },
  {
    name: 'a bare date is the end of that day',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T23:59:59',
    rule: { frequency: 'daily', end_time: '2024-01-02' },
    expect: ['2024-01-01T16:59:59Z', '2024-01-02T16:59:59Z'],
    over: true
  },
  {
    name: 'a bare date leaves out the midnight after it',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T00:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02' },
    expect: ['2023-12-31T17:00Z', '2024-01-01T17:00Z'],
    over: true
  },
  {
    name: 'a bare date is the day of the zone, west of UTC',
    zone: 'America/New_York',
    start: '2024-01-02T22:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03' },
    expect: ['2024-01-03T03:00Z', '2024-01-04T03:00Z'],
    over: true
  },
  {
    name: 'a bare date is the day of the zone, east of UTC',
    zone: 'Australia/Sydney',
    start: '2024-01-02T08:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03' },
    expect: ['2024-01-01T21:00Z', '2024-01-02T21:00Z'],
    over: true
  },
  {
    name: 'a bare date that is the date of the start',
    zone: 'Asia/Kathmandu',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03' },
    expect: ['2024-01-03T03:15Z'],
    over: true
  },
  {
    name: 'an end with Z at the instant of a slot',
    zone: 'America/New_York',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T14:00:00Z' },
    expect: ['2024-01-01T14:00Z', '2024-01-02T14:00Z'],
    over: true
  },
  {
    name: 'an end with Z one second before the instant of a slot',
    zone: 'America/New_York',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T13:59:59Z' },
    expect: ['2024-01-01T14:00Z'],
    over: true
  },
  {
    name: 'an end with an offset of another zone',
    zone: 'America/New_York',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T21:00:00+07:00' },
    expect: ['2024-01-01T14:00Z', '2024-01-02T14:00Z'],
    over: true
  },
  {
    name: 'an end with an offset written without a colon',
    zone: 'America/New_York',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T19:29:59+0530' },
    expect: ['2024-01-01T14:00Z'],
    over: true
  },
  {
    name: 'an end with a fraction of a second',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02T09:00:00.500Z' },
    expect: ['2024-01-01T09:00Z', '2024-01-02T09:00Z'],
    over: true
  },
  {
    name: 'once, with an end equal to the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'once', end_time: '2024-01-03T09:00:00' },
    expect: ['2024-01-03T02:00Z'],
    over: true
  },
  {
    name: 'once, with an end before the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'once', end_time: '2024-01-03T08:59:59' },
    expect: [],
    over: true
  },
  {
    name: 'daily, with an end before the start',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-02' },
    expect: [],
    over: true
  },
  {
    name: 'an end between the start and the first slot',
    zone: 'UTC',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0], end_time: '2024-01-07' },
    expect: [],
    over: true
  },
  {
    name: 'weekly, an end in the middle of a week',
    zone: 'Europe/Berlin',
    start: '2024-07-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 2, 4], end_time: '2024-07-10' },
    expect: [
      '2024-07-01T07:00Z',
      '2024-07-03T07:00Z',
      '2024-07-05T07:00Z',
      '2024-07-08T07:00Z',
      '2024-07-10T07:00Z'
    ],
    over: true
  },
  {
    name: 'monthly, an end on the day that stands in for the 31st',
    zone: 'UTC',
    start: '2023-01-31T09:00:00',
    rule: { frequency: 'monthly', end_time: '2023-02-28' },
    expect: ['2023-01-31T09:00Z', ['2023-02-28T09:00Z', 'short_month']],
    over: true
  },
  {
    name: 'yearly, an end on 29 February',
    zone: 'UTC',
    start: '2020-02-29T09:00:00',
    rule: { frequency: 'yearly', interval: 4, end_time: '2024-02-29' },
    expect: ['2020-02-29T09:00Z', '2024-02-29T09:00Z'],
    over: true
  },
  {
    name: 'an end inside a gap moves with it: a slot before the moved end runs',
    zone: 'Europe/Berlin',
    start: '2024-03-30T03:15:00',
    rule: { frequency: 'daily', end_time: '2024-03-31T02:30:00' },
    expect: ['2024-03-30T02:15Z', '2024-03-31T01:15Z'],
    over: true
  },
  {
    name: 'an end inside a gap moves with it: a slot after the moved end does not',
    zone: 'Europe/Berlin',
    start: '2024-03-30T03:45:00',
    rule: { frequency: 'daily', end_time: '2024-03-31T02:30:00' },
    expect: ['2024-03-30T02:45Z'],
    over: true
  },
  {
    name: 'an end and a slot at one wall time inside a gap',
    zone: 'Europe/Berlin',
    start: '2024-03-31T02:30:00',
    rule: { frequency: 'daily', end_time: '2024-03-31T02:30:00' },
    expect: [['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T02:30', '2024-03-31T03:30']],
    over: true
  },
  {
    name: 'an end and a slot at one ambiguous wall time',
    zone: 'America/New_York',
    start: '2024-11-02T01:30:00',
    rule: { frequency: 'daily', end_time: '2024-11-03T01:30:00' },
    expect: ['2024-11-02T05:30Z', ['2024-11-03T05:30Z', 'ambiguous_first']],
    over: true
  },
  {
    name: 'an ambiguous end is the first of its two instants',
    zone: 'America/New_York',
    start: '2024-11-02T01:45:00',
    rule: { frequency: 'daily', end_time: '2024-11-03T01:30:00' },
    expect: ['2024-11-02T05:45Z'],
    over: true
  },
  {
    name: 'an end with an offset picks the second of two instants',
    zone: 'America/New_York',
    start: '2024-11-02T01:45:00',
    rule: { frequency: 'daily', end_time: '2024-11-03T01:30:00-05:00' },
    expect: ['2024-11-02T05:45Z', ['2024-11-03T05:45Z', 'ambiguous_first']],
    over: true
  },
  {
    name: 'a bare date before a day without midnight',
    zone: 'America/Sao_Paulo',
    start: '2018-11-02T23:59:59',
    rule: { frequency: 'daily', end_time: '2018-11-03' },
    expect: ['2018-11-03T02:59:59Z', '2018-11-04T02:59:59Z'],
    over: true
  },
  {
    name: 'a bare date before a day without midnight leaves out what that midnight became',
    zone: 'America/Sao_Paulo',
    start: '2018-11-03T00:00:00',
    rule: { frequency: 'daily', end_time: '2018-11-03' },
    expect: ['2018-11-03T03:00Z'],
    over: true
  },
  {
    name: 'a bare date whose last hour comes twice',
    zone: 'America/Sao_Paulo',
    start: '2018-02-16T23:30:00',
    rule: { frequency: 'daily', end_time: '2018-02-17' },
    expect: ['2018-02-17T01:30Z', ['2018-02-18T01:30Z', 'ambiguous_first']],
    over: true
  },
  {
    name: "a bare date in St. John's, where the midnight after it comes twice",
    zone: 'America/St_Johns',
    start: '2010-11-06T00:00:30',
    rule: { frequency: 'daily', end_time: '2010-11-06' },
    expect: ['2010-11-06T02:30:30Z'],
    over: true
  },
  {
    name: 'a slot shifted across midnight is after the end of its nominal day',
    zone: 'Asia/Pyongyang',
    start: '2018-05-03T23:45:00',
    rule: { frequency: 'daily', end_time: '2018-05-04' },
    expect: ['2018-05-03T15:15Z'],
    over: true
  },
  {
    name: 'Apia, a bare date before the skipped day',
    zone: 'Pacific/Apia',
    start: '2011-12-28T09:00:00',
    rule: { frequency: 'daily', end_time: '2011-12-29' },
    expect: ['2011-12-28T19:00Z', '2011-12-29T19:00Z'],
    over: true
  },
  {
    name: 'Apia, the skipped day as the end holds nothing',
    zone: 'Pacific/Apia',
    start: '2011-12-28T09:00:00',
    rule: { frequency: 'daily', end_time: '2011-12-30' },
    expect: ['2011-12-28T19:00Z', '2011-12-29T19:00Z'],
    over: true
  },
  {
    name: 'Apia, the day after the skipped one as the end',
    zone: 'Pacific/Apia',
    start: '2011-12-29T09:00:00',
    rule: { frequency: 'daily', end_time: '2011-12-31' },
    expect: [
      '2011-12-29T19:00Z',
      ['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00']
    ],
    over: true
  }
]
