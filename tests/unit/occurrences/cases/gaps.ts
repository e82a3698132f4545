import type { OccurrenceCase } from '../../../support/occurrence-case'

const daily = { frequency: 'daily' } as const
const once = { frequency: 'once' } as const

/** Wall times that a clock change skips: they move forward by the length of the gap. */
export const gaps: readonly OccurrenceCase[] = [
  {
    name: 'New York, 02:30 daily over the spring gap',
    zone: 'America/New_York',
    start: '2024-03-09T02:30:00',
    rule: daily,
    expect: [
      '2024-03-09T07:30Z',
      ['2024-03-10T07:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30'],
      '2024-03-11T06:30Z'
    ]
  },
  {
    name: 'New York, the first missing second',
    zone: 'America/New_York',
    start: '2024-03-10T02:00:00',
    rule: once,
    expect: [['2024-03-10T07:00Z', 'gap_shifted', '2024-03-10T02:00', '2024-03-10T03:00']],
    over: true
  },
  {
    name: 'New York, the last missing second',
    zone: 'America/New_York',
    start: '2024-03-10T02:59:59',
    rule: once,
    expect: [['2024-03-10T07:59:59Z', 'gap_shifted', '2024-03-10T02:59:59', '2024-03-10T03:59:59']]
  },
  {
    name: 'New York, the last second before the gap',
    zone: 'America/New_York',
    start: '2024-03-10T01:59:59',
    rule: once,
    expect: ['2024-03-10T06:59:59Z']
  },
  {
    name: 'New York, the first second after the gap',
    zone: 'America/New_York',
    start: '2024-03-10T03:00:00',
    rule: once,
    expect: ['2024-03-10T07:00Z']
  },
  {
    name: 'New York, weekly on the Sunday of the gap',
    zone: 'America/New_York',
    start: '2024-03-03T02:30:00',
    rule: { frequency: 'weekly' },
    expect: [
      '2024-03-03T07:30Z',
      ['2024-03-10T07:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30'],
      '2024-03-17T06:30Z'
    ]
  },
  {
    name: 'New York, monthly on the day of the gap',
    zone: 'America/New_York',
    start: '2024-02-10T02:30:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2024-02-10T07:30Z',
      ['2024-03-10T07:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30'],
      '2024-04-10T06:30Z'
    ]
  },
  {
    name: 'New York, yearly on a date that is the gap in one year only',
    zone: 'America/New_York',
    start: '2024-03-10T02:30:00',
    rule: { frequency: 'yearly' },
    expect: [
      ['2024-03-10T07:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30'],
      '2025-03-10T06:30Z',
      '2026-03-10T06:30Z'
    ]
  },
  {
    name: 'Los Angeles, 02:30',
    zone: 'America/Los_Angeles',
    start: '2024-03-10T02:30:00',
    rule: once,
    expect: [['2024-03-10T10:30Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30']]
  },
  {
    name: 'Berlin, 02:30 daily over the spring gap',
    zone: 'Europe/Berlin',
    start: '2024-03-30T02:30:00',
    rule: daily,
    expect: [
      '2024-03-30T01:30Z',
      ['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T02:30', '2024-03-31T03:30'],
      '2024-04-01T00:30Z'
    ]
  },
  {
    name: 'Berlin, a start inside the gap keeps its wall time on the next days',
    zone: 'Europe/Berlin',
    start: '2024-03-31T02:30:00',
    rule: daily,
    expect: [
      ['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T02:30', '2024-03-31T03:30'],
      '2024-04-01T00:30Z',
      '2024-04-02T00:30Z'
    ]
  },
  {
    name: 'Berlin, yearly on 31 March: the gap of 2019 only',
    zone: 'Europe/Berlin',
    start: '2018-03-31T02:30:00',
    rule: { frequency: 'yearly' },
    expect: [
      '2018-03-31T00:30Z',
      ['2019-03-31T01:30Z', 'gap_shifted', '2019-03-31T02:30', '2019-03-31T03:30'],
      '2020-03-31T00:30Z',
      '2021-03-31T00:30Z'
    ]
  },
  {
    name: 'London, 01:30 daily over the spring gap',
    zone: 'Europe/London',
    start: '2024-03-30T01:30:00',
    rule: daily,
    expect: [
      '2024-03-30T01:30Z',
      ['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T01:30', '2024-03-31T02:30'],
      '2024-04-01T00:30Z'
    ]
  },
  {
    name: 'Dublin, where winter is the negative DST',
    zone: 'Europe/Dublin',
    start: '2024-03-30T01:30:00',
    rule: daily,
    expect: [
      '2024-03-30T01:30Z',
      ['2024-03-31T01:30Z', 'gap_shifted', '2024-03-31T01:30', '2024-03-31T02:30'],
      '2024-04-01T00:30Z'
    ]
  },
  {
    name: 'Lord Howe, a gap of half an hour, daily',
    zone: 'Australia/Lord_Howe',
    start: '2024-10-05T02:15:00',
    rule: daily,
    expect: [
      '2024-10-04T15:45Z',
      ['2024-10-05T15:45Z', 'gap_shifted', '2024-10-06T02:15', '2024-10-06T02:45'],
      '2024-10-06T15:15Z'
    ]
  },
  {
    name: 'Lord Howe, 02:10 moves by thirty minutes',
    zone: 'Australia/Lord_Howe',
    start: '2024-10-06T02:10:00',
    rule: once,
    expect: [['2024-10-05T15:40Z', 'gap_shifted', '2024-10-06T02:10', '2024-10-06T02:40']]
  },
  {
    name: 'Lord Howe, 02:30 is there again',
    zone: 'Australia/Lord_Howe',
    start: '2024-10-06T02:30:00',
    rule: once,
    expect: ['2024-10-05T15:30Z']
  },
  {
    name: 'Sydney, 02:30 daily over the October gap',
    zone: 'Australia/Sydney',
    start: '2024-10-05T02:30:00',
    rule: daily,
    expect: [
      '2024-10-04T16:30Z',
      ['2024-10-05T16:30Z', 'gap_shifted', '2024-10-06T02:30', '2024-10-06T03:30'],
      '2024-10-06T15:30Z'
    ]
  },
  {
    name: 'Auckland, 02:30',
    zone: 'Pacific/Auckland',
    start: '2024-09-29T02:30:00',
    rule: once,
    expect: [['2024-09-28T14:30Z', 'gap_shifted', '2024-09-29T02:30', '2024-09-29T03:30']]
  },
  {
    name: 'Chatham, whose gap begins at 02:45',
    zone: 'Pacific/Chatham',
    start: '2024-09-29T03:00:00',
    rule: once,
    expect: [['2024-09-28T14:15Z', 'gap_shifted', '2024-09-29T03:00', '2024-09-29T04:00']]
  },
  {
    name: 'São Paulo, a day without midnight, daily',
    zone: 'America/Sao_Paulo',
    start: '2018-11-03T00:00:00',
    rule: daily,
    expect: [
      '2018-11-03T03:00Z',
      ['2018-11-04T03:00Z', 'gap_shifted', '2018-11-04T00:00', '2018-11-04T01:00'],
      '2018-11-05T02:00Z'
    ]
  },
  {
    name: 'São Paulo, 00:30 of a day without midnight',
    zone: 'America/Sao_Paulo',
    start: '2018-11-04T00:30:00',
    rule: once,
    expect: [['2018-11-04T03:30Z', 'gap_shifted', '2018-11-04T00:30', '2018-11-04T01:30']]
  },
  {
    name: 'São Paulo, the gap of 2017',
    zone: 'America/Sao_Paulo',
    start: '2017-10-15T00:15:00',
    rule: once,
    expect: [['2017-10-15T03:15Z', 'gap_shifted', '2017-10-15T00:15', '2017-10-15T01:15']]
  },
  {
    name: 'Beirut, a day without midnight, daily',
    zone: 'Asia/Beirut',
    start: '2021-03-27T00:00:00',
    rule: daily,
    expect: [
      '2021-03-26T22:00Z',
      ['2021-03-27T22:00Z', 'gap_shifted', '2021-03-28T00:00', '2021-03-28T01:00'],
      '2021-03-28T21:00Z'
    ]
  },
  {
    name: 'Cairo, DST from 24:00 of Thursday 15 May 2014',
    zone: 'Africa/Cairo',
    start: '2014-05-16T00:20:00',
    rule: once,
    expect: [['2014-05-15T22:20Z', 'gap_shifted', '2014-05-16T00:20', '2014-05-16T01:20']]
  },
  {
    name: 'Cairo, DST again after the Ramadan of 2014',
    zone: 'Africa/Cairo',
    start: '2014-07-31T00:30:00',
    rule: daily,
    expect: [
      '2014-07-30T22:30Z',
      ['2014-07-31T22:30Z', 'gap_shifted', '2014-08-01T00:30', '2014-08-01T01:30'],
      '2014-08-01T21:30Z'
    ]
  },
  {
    name: 'Tehran, DST from midnight on 22 March 2021',
    zone: 'Asia/Tehran',
    start: '2021-03-21T00:30:00',
    rule: daily,
    expect: [
      '2021-03-20T21:00Z',
      ['2021-03-21T21:00Z', 'gap_shifted', '2021-03-22T00:30', '2021-03-22T01:30'],
      '2021-03-22T20:00Z'
    ]
  },
  {
    name: 'Casablanca, the end of Ramadan 2021',
    zone: 'Africa/Casablanca',
    start: '2021-05-15T02:30:00',
    rule: daily,
    expect: [
      '2021-05-15T02:30Z',
      ['2021-05-16T02:30Z', 'gap_shifted', '2021-05-16T02:30', '2021-05-16T03:30'],
      '2021-05-17T01:30Z'
    ]
  },
  {
    name: 'Casablanca, the end of Ramadan 2020',
    zone: 'Africa/Casablanca',
    start: '2020-05-31T02:00:00',
    rule: once,
    expect: [['2020-05-31T02:00Z', 'gap_shifted', '2020-05-31T02:00', '2020-05-31T03:00']]
  },
  {
    name: "St. John's, whose gap began at 00:01 until 2011",
    zone: 'America/St_Johns',
    start: '2011-03-13T00:30:00',
    rule: once,
    expect: [['2011-03-13T04:00Z', 'gap_shifted', '2011-03-13T00:30', '2011-03-13T01:30']]
  },
  {
    name: "St. John's, midnight was there, one minute before the gap",
    zone: 'America/St_Johns',
    start: '2011-03-13T00:00:00',
    rule: once,
    expect: ['2011-03-13T03:30Z']
  },
  {
    name: "St. John's, 02:30 today",
    zone: 'America/St_Johns',
    start: '2024-03-10T02:30:00',
    rule: once,
    expect: [['2024-03-10T06:00Z', 'gap_shifted', '2024-03-10T02:30', '2024-03-10T03:30']]
  },
  {
    name: 'Troll, a gap of two hours',
    zone: 'Antarctica/Troll',
    start: '2021-03-28T01:30:00',
    rule: once,
    expect: [['2021-03-28T01:30Z', 'gap_shifted', '2021-03-28T01:30', '2021-03-28T03:30']]
  },
  {
    name: 'Caracas, the half hour skipped for good in 2016',
    zone: 'America/Caracas',
    start: '2016-04-30T02:45:00',
    rule: daily,
    expect: [
      '2016-04-30T07:15Z',
      ['2016-05-01T07:15Z', 'gap_shifted', '2016-05-01T02:45', '2016-05-01T03:15'],
      '2016-05-02T06:45Z'
    ]
  },
  {
    name: 'Pyongyang 2018, shifted across midnight',
    zone: 'Asia/Pyongyang',
    start: '2018-05-03T23:45:00',
    rule: daily,
    expect: [
      '2018-05-03T15:15Z',
      ['2018-05-04T15:15Z', 'gap_shifted', '2018-05-04T23:45', '2018-05-05T00:15'],
      '2018-05-05T14:45Z'
    ]
  },
  {
    name: 'Kathmandu, the quarter hour skipped on New Year 1986',
    zone: 'Asia/Kathmandu',
    start: '1986-01-01T00:05:00',
    rule: daily,
    expect: [
      ['1985-12-31T18:35Z', 'gap_shifted', '1986-01-01T00:05', '1986-01-01T00:20'],
      '1986-01-01T18:20Z'
    ]
  },
  {
    name: 'Istanbul 2016, a gap at 03:00',
    zone: 'Europe/Istanbul',
    start: '2016-03-27T03:30:00',
    rule: once,
    expect: [['2016-03-27T01:30Z', 'gap_shifted', '2016-03-27T03:30', '2016-03-27T04:30']]
  },
  {
    name: 'Moscow 2011, the last gap',
    zone: 'Europe/Moscow',
    start: '2011-03-27T02:30:00',
    rule: once,
    expect: [['2011-03-26T23:30Z', 'gap_shifted', '2011-03-27T02:30', '2011-03-27T03:30']]
  },
  {
    name: 'Azores, a day without midnight at the offset zero',
    zone: 'Atlantic/Azores',
    start: '2024-03-31T00:00:00',
    rule: once,
    expect: [['2024-03-31T01:00Z', 'gap_shifted', '2024-03-31T00:00', '2024-03-31T01:00']]
  },
  {
    name: 'Havana, 00:30 of a day without midnight',
    zone: 'America/Havana',
    start: '2024-03-10T00:30:00',
    rule: once,
    expect: [['2024-03-10T05:30Z', 'gap_shifted', '2024-03-10T00:30', '2024-03-10T01:30']]
  },
  {
    name: 'Santiago, a September day without midnight',
    zone: 'America/Santiago',
    start: '2021-09-05T00:00:00',
    rule: once,
    expect: [['2021-09-05T04:00Z', 'gap_shifted', '2021-09-05T00:00', '2021-09-05T01:00']]
  },
  {
    name: 'Nuuk (as Godthab), a gap at 22:00 of the Saturday',
    zone: 'America/Godthab',
    start: '2021-03-27T22:30:00',
    rule: once,
    expect: [['2021-03-28T01:30Z', 'gap_shifted', '2021-03-27T22:30', '2021-03-27T23:30']]
  },
  {
    name: 'Apia, once on the day that Samoa skipped',
    zone: 'Pacific/Apia',
    start: '2011-12-30T09:00:00',
    rule: once,
    expect: [['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00']],
    over: true
  },
  {
    name: 'Apia, the first second of the skipped day',
    zone: 'Pacific/Apia',
    start: '2011-12-30T00:00:00',
    rule: once,
    expect: [['2011-12-30T10:00Z', 'gap_shifted', '2011-12-30T00:00', '2011-12-31T00:00']]
  },
  {
    name: 'Apia, daily over the skipped day: two slots of one instant are one slot',
    zone: 'Pacific/Apia',
    start: '2011-12-28T09:00:00',
    rule: daily,
    expect: [
      '2011-12-28T19:00Z',
      '2011-12-29T19:00Z',
      ['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00'],
      '2011-12-31T19:00Z',
      '2012-01-01T19:00Z'
    ]
  },
  {
    name: 'Apia, weekly on Fridays over the skipped Friday',
    zone: 'Pacific/Apia',
    start: '2011-12-23T09:00:00',
    rule: { frequency: 'weekly' },
    expect: [
      '2011-12-23T19:00Z',
      ['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00'],
      '2012-01-05T19:00Z'
    ]
  },
  {
    name: 'Apia, monthly on the 30th over the skipped day',
    zone: 'Pacific/Apia',
    start: '2011-11-30T09:00:00',
    rule: { frequency: 'monthly' },
    expect: [
      '2011-11-30T19:00Z',
      ['2011-12-30T19:00Z', 'gap_shifted', '2011-12-30T09:00', '2011-12-31T09:00'],
      '2012-01-29T19:00Z'
    ]
  },
  {
    name: 'Fakaofo skipped the same day from UTC-11',
    zone: 'Pacific/Fakaofo',
    start: '2011-12-30T12:00:00',
    rule: once,
    expect: [['2011-12-30T23:00Z', 'gap_shifted', '2011-12-30T12:00', '2011-12-31T12:00']]
  }
]
