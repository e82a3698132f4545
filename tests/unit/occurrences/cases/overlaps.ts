import type { OccurrenceCase } from '../../../support/occurrence-case'

const daily = { frequency: 'daily' } as const
const once = { frequency: 'once' } as const

/** Wall times that come twice: the first of the two instants, once. */
export const overlaps: readonly OccurrenceCase[] = [
  {
    name: 'New York, 01:30 daily over the autumn overlap',
    zone: 'America/New_York',
    start: '2024-11-02T01:30:00',
    rule: daily,
    expect: ['2024-11-02T05:30Z', ['2024-11-03T05:30Z', 'ambiguous_first'], '2024-11-04T06:30Z']
  },
  {
    name: 'New York, after the first of the two instants the second is no slot',
    zone: 'America/New_York',
    start: '2024-11-02T01:30:00',
    rule: daily,
    after: '2024-11-03T05:30Z',
    expect: ['2024-11-04T06:30Z']
  },
  {
    name: 'New York, the first second that comes twice',
    zone: 'America/New_York',
    start: '2024-11-03T01:00:00',
    rule: once,
    expect: [['2024-11-03T05:00Z', 'ambiguous_first']],
    over: true
  },
  {
    name: 'New York, the last second that comes twice',
    zone: 'America/New_York',
    start: '2024-11-03T01:59:59',
    rule: once,
    expect: [['2024-11-03T05:59:59Z', 'ambiguous_first']]
  },
  {
    name: 'New York, the last second before',
    zone: 'America/New_York',
    start: '2024-11-03T00:59:59',
    rule: once,
    expect: ['2024-11-03T04:59:59Z']
  },
  {
    name: 'New York, the first second after',
    zone: 'America/New_York',
    start: '2024-11-03T02:00:00',
    rule: once,
    expect: ['2024-11-03T07:00Z']
  },
  {
    name: 'New York, weekly on the Sunday of the overlap',
    zone: 'America/New_York',
    start: '2024-10-27T01:30:00',
    rule: { frequency: 'weekly' },
    expect: ['2024-10-27T05:30Z', ['2024-11-03T05:30Z', 'ambiguous_first'], '2024-11-10T06:30Z']
  },
  {
    name: 'New York, monthly on the day of the overlap',
    zone: 'America/New_York',
    start: '2024-10-03T01:30:00',
    rule: { frequency: 'monthly' },
    expect: ['2024-10-03T05:30Z', ['2024-11-03T05:30Z', 'ambiguous_first'], '2024-12-03T06:30Z']
  },
  {
    name: 'New York, yearly on a date that is the overlap in one year only',
    zone: 'America/New_York',
    start: '2024-11-03T01:30:00',
    rule: { frequency: 'yearly' },
    expect: [['2024-11-03T05:30Z', 'ambiguous_first'], '2025-11-03T06:30Z', '2026-11-03T06:30Z']
  },
  {
    name: 'Los Angeles, 01:30',
    zone: 'America/Los_Angeles',
    start: '2024-11-03T01:30:00',
    rule: once,
    expect: [['2024-11-03T08:30Z', 'ambiguous_first']]
  },
  {
    name: 'Berlin, 02:30 daily over the autumn overlap',
    zone: 'Europe/Berlin',
    start: '2024-10-26T02:30:00',
    rule: daily,
    expect: ['2024-10-26T00:30Z', ['2024-10-27T00:30Z', 'ambiguous_first'], '2024-10-28T01:30Z']
  },
  {
    name: 'London, 01:30 daily over the autumn overlap',
    zone: 'Europe/London',
    start: '2024-10-26T01:30:00',
    rule: daily,
    expect: ['2024-10-26T00:30Z', ['2024-10-27T00:30Z', 'ambiguous_first'], '2024-10-28T01:30Z']
  },
  {
    name: 'London, 01:00 is the first of the hour that comes twice',
    zone: 'Europe/London',
    start: '2024-10-27T01:00:00',
    rule: once,
    expect: [['2024-10-27T00:00Z', 'ambiguous_first']]
  },
  {
    name: 'Dublin, where winter is the negative DST',
    zone: 'Europe/Dublin',
    start: '2024-10-26T01:30:00',
    rule: daily,
    expect: ['2024-10-26T00:30Z', ['2024-10-27T00:30Z', 'ambiguous_first'], '2024-10-28T01:30Z']
  },
  {
    name: 'Lord Howe, an overlap of half an hour, daily',
    zone: 'Australia/Lord_Howe',
    start: '2024-04-06T01:45:00',
    rule: daily,
    expect: ['2024-04-05T14:45Z', ['2024-04-06T14:45Z', 'ambiguous_first'], '2024-04-07T15:15Z']
  },
  {
    name: 'Lord Howe, 01:29:59 comes once',
    zone: 'Australia/Lord_Howe',
    start: '2024-04-07T01:29:59',
    rule: once,
    expect: ['2024-04-06T14:29:59Z']
  },
  {
    name: 'Lord Howe, 01:30 comes twice',
    zone: 'Australia/Lord_Howe',
    start: '2024-04-07T01:30:00',
    rule: once,
    expect: [['2024-04-06T14:30Z', 'ambiguous_first']]
  },
  {
    name: 'Lord Howe, 02:00 comes once',
    zone: 'Australia/Lord_Howe',
    start: '2024-04-07T02:00:00',
    rule: once,
    expect: ['2024-04-06T15:30Z']
  },
  {
    name: 'Sydney, 02:30 daily over the April overlap',
    zone: 'Australia/Sydney',
    start: '2024-04-06T02:30:00',
    rule: daily,
    expect: ['2024-04-05T15:30Z', ['2024-04-06T15:30Z', 'ambiguous_first'], '2024-04-07T16:30Z']
  },
  {
    name: 'Auckland, 02:30',
    zone: 'Pacific/Auckland',
    start: '2024-04-07T02:30:00',
    rule: once,
    expect: [['2024-04-06T13:30Z', 'ambiguous_first']]
  },
  {
    name: 'Chatham, whose overlap begins at 02:45',
    zone: 'Pacific/Chatham',
    start: '2024-04-07T03:00:00',
    rule: once,
    expect: [['2024-04-06T13:15Z', 'ambiguous_first']]
  },
  {
    name: 'São Paulo, the last hour of the day comes twice',
    zone: 'America/Sao_Paulo',
    start: '2018-02-16T23:30:00',
    rule: daily,
    expect: ['2018-02-17T01:30Z', ['2018-02-18T01:30Z', 'ambiguous_first'], '2018-02-19T02:30Z']
  },
  {
    name: 'São Paulo, the midnight after it comes once',
    zone: 'America/Sao_Paulo',
    start: '2018-02-18T00:00:00',
    rule: once,
    expect: ['2018-02-18T03:00Z']
  },
  {
    name: 'Cairo, the end of DST in 2014',
    zone: 'Africa/Cairo',
    start: '2014-09-25T23:30:00',
    rule: once,
    expect: [['2014-09-25T20:30Z', 'ambiguous_first']]
  },
  {
    name: 'Cairo, DST suspended for the Ramadan of 2014',
    zone: 'Africa/Cairo',
    start: '2014-06-26T23:30:00',
    rule: daily,
    expect: [['2014-06-26T20:30Z', 'ambiguous_first'], '2014-06-27T21:30Z']
  },
  {
    name: 'Beirut, the end of DST in 2021',
    zone: 'Asia/Beirut',
    start: '2021-10-30T23:15:00',
    rule: once,
    expect: [['2021-10-30T20:15Z', 'ambiguous_first']]
  },
  {
    name: 'Tehran, the end of DST in 2021',
    zone: 'Asia/Tehran',
    start: '2021-09-20T23:30:00',
    rule: daily,
    expect: ['2021-09-20T19:00Z', ['2021-09-21T19:00Z', 'ambiguous_first'], '2021-09-22T20:00Z']
  },
  {
    name: "St. John's 2010, 23:30 of the evening before comes twice",
    zone: 'America/St_Johns',
    start: '2010-11-06T23:30:00',
    rule: once,
    expect: [['2010-11-07T02:00Z', 'ambiguous_first']]
  },
  {
    name: "St. John's 2010, midnight comes twice, on two dates",
    zone: 'America/St_Johns',
    start: '2010-11-07T00:00:00',
    rule: daily,
    expect: [['2010-11-07T02:30Z', 'ambiguous_first'], '2010-11-08T03:30Z']
  },
  {
    name: "St. John's 2010, 00:01 comes once",
    zone: 'America/St_Johns',
    start: '2010-11-07T00:01:00',
    rule: once,
    expect: ['2010-11-07T03:31Z']
  },
  {
    name: "St. John's, 01:15 today",
    zone: 'America/St_Johns',
    start: '2024-11-03T01:15:00',
    rule: once,
    expect: [['2024-11-03T03:45Z', 'ambiguous_first']]
  },
  {
    name: 'Casablanca, the begin of Ramadan 2021',
    zone: 'Africa/Casablanca',
    start: '2021-04-10T02:30:00',
    rule: daily,
    expect: ['2021-04-10T01:30Z', ['2021-04-11T01:30Z', 'ambiguous_first'], '2021-04-12T02:30Z']
  },
  {
    name: 'Troll, an overlap of two hours: its last half hour',
    zone: 'Antarctica/Troll',
    start: '2021-10-31T02:30:00',
    rule: once,
    expect: [['2021-10-31T00:30Z', 'ambiguous_first']]
  },
  {
    name: 'Troll, an overlap of two hours: its first half hour',
    zone: 'Antarctica/Troll',
    start: '2021-10-31T01:15:00',
    rule: once,
    expect: [['2021-10-30T23:15Z', 'ambiguous_first']]
  },
  {
    name: 'Caracas, the half hour that came twice in 2007',
    zone: 'America/Caracas',
    start: '2007-12-09T02:45:00',
    rule: once,
    expect: [['2007-12-09T06:45Z', 'ambiguous_first']]
  },
  {
    name: 'Apia, the end of DST in 2012',
    zone: 'Pacific/Apia',
    start: '2012-03-31T03:30:00',
    rule: daily,
    expect: ['2012-03-30T13:30Z', ['2012-03-31T13:30Z', 'ambiguous_first'], '2012-04-01T14:30Z']
  },
  {
    name: 'Moscow 2014, a change that was no DST',
    zone: 'Europe/Moscow',
    start: '2014-10-26T01:30:00',
    rule: once,
    expect: [['2014-10-25T21:30Z', 'ambiguous_first']]
  },
  {
    name: 'Ho Chi Minh City 1975, back from UTC+8',
    zone: 'Asia/Ho_Chi_Minh',
    start: '1975-06-12T23:30:00',
    rule: daily,
    expect: [['1975-06-12T15:30Z', 'ambiguous_first'], '1975-06-13T16:30Z']
  },
  {
    name: 'Havana, the first hour of the day comes twice',
    zone: 'America/Havana',
    start: '2024-11-03T00:30:00',
    rule: once,
    expect: [['2024-11-03T04:30Z', 'ambiguous_first']]
  },
  {
    name: 'Azores, the first hour of the day comes twice',
    zone: 'Atlantic/Azores',
    start: '2024-10-27T00:30:00',
    rule: once,
    expect: [['2024-10-27T00:30Z', 'ambiguous_first']]
  },
  {
    name: 'Pyongyang 2015, half an hour before midnight comes twice',
    zone: 'Asia/Pyongyang',
    start: '2015-08-14T23:45:00',
    rule: once,
    expect: [['2015-08-14T14:45Z', 'ambiguous_first']]
  },
  {
    name: 'Istanbul 2015',
    zone: 'Europe/Istanbul',
    start: '2015-11-08T03:30:00',
    rule: once,
    expect: [['2015-11-08T00:30Z', 'ambiguous_first']]
  },
  {
    name: 'Montevideo 2015',
    zone: 'America/Montevideo',
    start: '2015-03-08T01:30:00',
    rule: once,
    expect: [['2015-03-08T03:30Z', 'ambiguous_first']]
  },
  {
    name: 'Kwajalein 1969, a day that came twice',
    zone: 'Pacific/Kwajalein',
    start: '1969-09-30T12:00:00',
    rule: once,
    expect: [['1969-09-30T01:00Z', 'ambiguous_first']]
  }
]
