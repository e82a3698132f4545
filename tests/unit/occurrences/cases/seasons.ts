import type { OccurrenceCase } from '../../../support/occurrence-case'

const HALF_YEARLY = { frequency: 'monthly', interval: 6 } as const

/** 09:00 on the 15th of January and July: the wall time stays, the instant follows the zone's offset. */
export const seasons: readonly OccurrenceCase[] = [
  {
    name: 'Ho Chi Minh City has no summer time',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T02:00Z', '2024-07-15T02:00Z', '2025-01-15T02:00Z']
  },
  {
    name: 'New York',
    zone: 'America/New_York',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T14:00Z', '2024-07-15T13:00Z', '2025-01-15T14:00Z']
  },
  {
    name: 'Los Angeles',
    zone: 'America/Los_Angeles',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T17:00Z', '2024-07-15T16:00Z', '2025-01-15T17:00Z']
  },
  {
    name: 'Phoenix has no summer time',
    zone: 'America/Phoenix',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T16:00Z', '2024-07-15T16:00Z', '2025-01-15T16:00Z']
  },
  {
    name: 'Honolulu',
    zone: 'Pacific/Honolulu',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T19:00Z', '2024-07-15T19:00Z', '2025-01-15T19:00Z']
  },
  {
    name: 'St. John’s, half an hour',
    zone: 'America/St_Johns',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T12:30Z', '2024-07-15T11:30Z', '2025-01-15T12:30Z']
  },
  {
    name: 'Marquesas, half an hour west',
    zone: 'Pacific/Marquesas',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T18:30Z', '2024-07-15T18:30Z', '2025-01-15T18:30Z']
  },
  {
    name: 'Buenos Aires',
    zone: 'America/Argentina/Buenos_Aires',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T12:00Z', '2024-07-15T12:00Z', '2025-01-15T12:00Z']
  },
  {
    name: 'São Paulo when it had summer time',
    zone: 'America/Sao_Paulo',
    start: '2018-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2018-01-15T11:00Z', '2018-07-15T12:00Z', '2019-01-15T11:00Z']
  },
  {
    name: 'São Paulo since it has none',
    zone: 'America/Sao_Paulo',
    start: '2020-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2020-01-15T12:00Z', '2020-07-15T12:00Z', '2021-01-15T12:00Z']
  },
  {
    name: 'UTC',
    zone: 'UTC',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T09:00Z', '2024-07-15T09:00Z', '2025-01-15T09:00Z']
  },
  {
    name: 'London',
    zone: 'Europe/London',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T09:00Z', '2024-07-15T08:00Z', '2025-01-15T09:00Z']
  },
  {
    name: 'Dublin',
    zone: 'Europe/Dublin',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T09:00Z', '2024-07-15T08:00Z', '2025-01-15T09:00Z']
  },
  {
    name: 'London all year on summer time',
    zone: 'Europe/London',
    start: '1969-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['1969-01-15T08:00Z', '1969-07-15T08:00Z', '1970-01-15T08:00Z']
  },
  {
    name: 'Berlin',
    zone: 'Europe/Berlin',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T08:00Z', '2024-07-15T07:00Z', '2025-01-15T08:00Z']
  },
  {
    name: 'Casablanca',
    zone: 'Africa/Casablanca',
    start: '2021-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2021-01-15T08:00Z', '2021-07-15T08:00Z', '2022-01-15T08:00Z']
  },
  {
    name: 'Casablanca before 2018',
    zone: 'Africa/Casablanca',
    start: '2017-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2017-01-15T09:00Z', '2017-07-15T08:00Z', '2018-01-15T09:00Z']
  },
  {
    name: 'Cairo without summer time',
    zone: 'Africa/Cairo',
    start: '2016-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2016-01-15T07:00Z', '2016-07-15T07:00Z', '2017-01-15T07:00Z']
  },
  {
    name: 'Lagos',
    zone: 'Africa/Lagos',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T08:00Z', '2024-07-15T08:00Z', '2025-01-15T08:00Z']
  },
  {
    name: 'Moscow over the summer of 2014',
    zone: 'Europe/Moscow',
    start: '2014-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2014-01-15T05:00Z', '2014-07-15T05:00Z', '2015-01-15T06:00Z']
  },
  {
    name: 'Istanbul, on summer time for good since 2016',
    zone: 'Europe/Istanbul',
    start: '2016-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2016-01-15T07:00Z', '2016-07-15T06:00Z', '2017-01-15T06:00Z']
  },
  {
    name: 'Tehran when it had summer time',
    zone: 'Asia/Tehran',
    start: '2021-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2021-01-15T05:30Z', '2021-07-15T04:30Z', '2022-01-15T05:30Z']
  },
  {
    name: 'Kabul',
    zone: 'Asia/Kabul',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T04:30Z', '2024-07-15T04:30Z', '2025-01-15T04:30Z']
  },
  {
    name: 'Kolkata',
    zone: 'Asia/Kolkata',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T03:30Z', '2024-07-15T03:30Z', '2025-01-15T03:30Z']
  },
  {
    name: 'Kathmandu',
    zone: 'Asia/Kathmandu',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T03:15Z', '2024-07-15T03:15Z', '2025-01-15T03:15Z']
  },
  {
    name: 'Yangon',
    zone: 'Asia/Yangon',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T02:30Z', '2024-07-15T02:30Z', '2025-01-15T02:30Z']
  },
  {
    name: 'Singapore',
    zone: 'Asia/Singapore',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T01:00Z', '2024-07-15T01:00Z', '2025-01-15T01:00Z']
  },
  {
    name: 'Eucla, three quarters of an hour',
    zone: 'Australia/Eucla',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T00:15Z', '2024-07-15T00:15Z', '2025-01-15T00:15Z']
  },
  {
    name: 'Tokyo',
    zone: 'Asia/Tokyo',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T00:00Z', '2024-07-15T00:00Z', '2025-01-15T00:00Z']
  },
  {
    name: 'Adelaide',
    zone: 'Australia/Adelaide',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-14T22:30Z', '2024-07-14T23:30Z', '2025-01-14T22:30Z']
  },
  {
    name: 'Sydney',
    zone: 'Australia/Sydney',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-14T22:00Z', '2024-07-14T23:00Z', '2025-01-14T22:00Z']
  },
  {
    name: 'Lord Howe, summer time of half an hour',
    zone: 'Australia/Lord_Howe',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-14T22:00Z', '2024-07-14T22:30Z', '2025-01-14T22:00Z']
  },
  {
    name: 'Chatham',
    zone: 'Pacific/Chatham',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-14T19:15Z', '2024-07-14T20:15Z', '2025-01-14T19:15Z']
  },
  {
    name: 'Apia when it had summer time',
    zone: 'Pacific/Apia',
    start: '2015-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2015-01-14T19:00Z', '2015-07-14T20:00Z', '2016-01-14T19:00Z']
  },
  {
    name: 'Apia, over the change of its date',
    zone: 'Pacific/Apia',
    start: '2011-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2011-01-15T19:00Z', '2011-07-15T20:00Z', '2012-01-14T19:00Z']
  },
  {
    name: 'the easternmost offset',
    zone: 'Etc/GMT-14',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-14T19:00Z', '2024-07-14T19:00Z', '2025-01-14T19:00Z']
  },
  {
    name: 'the westernmost offset',
    zone: 'Etc/GMT+12',
    start: '2024-01-15T09:00:00',
    rule: HALF_YEARLY,
    expect: ['2024-01-15T21:00Z', '2024-07-15T21:00Z', '2025-01-15T21:00Z']
  }
]
