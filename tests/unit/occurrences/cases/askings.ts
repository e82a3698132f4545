import type { OccurrenceCase } from '../../../support/occurrence-case'

const NINE_DAILY = {
  zone: 'Asia/Ho_Chi_Minh',
  start: '2024-01-01T09:00:00',
  rule: { frequency: 'daily' }
} as const

/** The instant from which slots are asked for: exclusive, near and far. */
export const askings: readonly OccurrenceCase[] = [
  {
    ...NINE_DAILY,
    name: 'after a slot itself: the next one',
    after: '2024-01-05T02:00Z',
    expect: ['2024-01-06T02:00Z']
  },
  {
    ...NINE_DAILY,
    name: 'a millisecond before a slot: that one',
    after: '2024-01-05T01:59:59.999Z',
    expect: ['2024-01-05T02:00Z', '2024-01-06T02:00Z']
  },
  {
    ...NINE_DAILY,
    name: 'a millisecond after a slot: the next one',
    after: '2024-01-05T02:00:00.001Z',
    expect: ['2024-01-06T02:00Z']
  },
  {
    ...NINE_DAILY,
    name: 'years before the start: the start',
    after: '1970-01-01T00:00Z',
    expect: ['2024-01-01T02:00Z', '2024-01-02T02:00Z']
  },
  {
    ...NINE_DAILY,
    name: 'a century after the start',
    after: '2124-02-28T02:00Z',
    expect: ['2124-02-29T02:00Z', '2124-03-01T02:00Z']
  },
  {
    name: 'once, before it',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'once' },
    after: '2024-01-01T01:59:59.999Z',
    expect: ['2024-01-01T02:00Z'],
    over: true
  },
  {
    name: 'once, at it',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'once' },
    after: '2024-01-01T02:00Z',
    expect: [],
    over: true
  },
  {
    name: 'after the end',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03' },
    after: '2024-06-01T00:00Z',
    expect: [],
    over: true
  },
  {
    name: 'after the last slot, before the end',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-01-03' },
    after: '2024-01-03T02:00Z',
    expect: [],
    over: true
  },
  {
    name: 'between the two instants of an ambiguous wall time',
    zone: 'Europe/Berlin',
    start: '2024-10-20T02:30:00',
    rule: { frequency: 'daily' },
    after: '2024-10-27T01:00Z',
    expect: ['2024-10-28T01:30Z']
  },
  {
    name: 'just before the first of two instants',
    zone: 'Europe/Berlin',
    start: '2024-10-20T02:30:00',
    rule: { frequency: 'daily' },
    after: '2024-10-27T00:29:59Z',
    expect: [['2024-10-27T00:30Z', 'ambiguous_first'], '2024-10-28T01:30Z']
  },
  {
    name: 'at the instant to which a gap moved a slot',
    zone: 'Europe/Berlin',
    start: '2024-03-01T02:30:00',
    rule: { frequency: 'daily' },
    after: '2024-03-31T01:30Z',
    expect: ['2024-04-01T00:30Z']
  },
  {
    name: 'between the gap and the instant to which it moved a slot',
    zone: 'Europe/Berlin',
    start: '2024-03-01T02:30:00',
    rule: { frequency: 'daily' },
    after: '2024-03-31T01:00Z',
    expect: [
      ['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T02:30', '2024-03-31T03:30'],
      '2024-04-01T00:30Z'
    ]
  },
  {
    name: 'Apia, on the skipped day',
    zone: 'Pacific/Apia',
    start: '2011-12-01T09:00:00',
    rule: { frequency: 'daily' },
    after: '2011-12-30T10:00Z',
    expect: [
      ['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00'],
      '2011-12-31T19:00Z'
    ]
  },
  {
    name: 'Apia, at the one instant of two slots',
    zone: 'Pacific/Apia',
    start: '2011-12-01T09:00:00',
    rule: { frequency: 'daily' },
    after: '2011-12-30T19:00Z',
    expect: ['2011-12-31T19:00Z']
  },
  {
    name: 'a local day ahead of UTC',
    zone: 'Etc/GMT-14',
    start: '2024-01-01T00:30:00',
    rule: { frequency: 'daily' },
    after: '2024-02-01T10:30Z',
    expect: ['2024-02-02T10:30Z', '2024-02-03T10:30Z']
  },
  {
    name: 'a local day behind UTC',
    zone: 'Etc/GMT+12',
    start: '2024-01-01T23:30:00',
    rule: { frequency: 'daily' },
    after: '2024-02-01T11:29:59Z',
    expect: ['2024-02-01T11:30Z', '2024-02-02T11:30Z']
  },
  {
    name: 'monthly, on the day that stands in for the 31st',
    zone: 'UTC',
    start: '2020-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    after: '2024-02-29T08:59Z',
    expect: [['2024-02-29T09:00Z', 'short_month'], '2024-03-31T09:00Z']
  },
  {
    name: 'monthly, after the slot of this month',
    zone: 'UTC',
    start: '2020-01-05T09:00:00',
    rule: { frequency: 'monthly' },
    after: '2024-02-29T08:59Z',
    expect: ['2024-03-05T09:00Z']
  },
  {
    name: 'weekly, on the Sunday after the last weekday',
    zone: 'UTC',
    start: '2020-01-06T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 4] },
    after: '2024-01-07T12:00Z',
    expect: ['2024-01-08T09:00Z', '2024-01-12T09:00Z']
  },
  {
    name: 'yearly, after this year’s slot',
    zone: 'America/New_York',
    start: '2000-03-15T09:00:00',
    rule: { frequency: 'yearly' },
    after: '2024-03-15T13:00Z',
    expect: ['2025-03-15T13:00Z']
  },
  {
    name: 'yearly, the same wall time before and after the rules of 2007',
    zone: 'America/New_York',
    start: '2005-03-15T09:00:00',
    rule: { frequency: 'yearly' },
    expect: ['2005-03-15T14:00Z', '2006-03-15T14:00Z', '2007-03-15T13:00Z', '2008-03-15T13:00Z']
  }
]
