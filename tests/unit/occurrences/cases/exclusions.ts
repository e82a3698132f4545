import type { OccurrenceCase } from '../../../support/occurrence-case'

/** `exclude_dates`: the nominal date, in the zone; nothing moves in its place. */
export const exclusions: readonly OccurrenceCase[] = [
  {
    name: 'one day left out',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-08T09:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-02-10'] },
    expect: ['2024-02-08T02:00Z', '2024-02-09T02:00Z', '2024-02-11T02:00Z']
  },
  {
    name: 'Tết: a week left out',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-07T09:00:00',
    rule: {
      frequency: 'daily',
      exclude_dates: [
        '2024-02-08',
        '2024-02-09',
        '2024-02-10',
        '2024-02-11',
        '2024-02-12',
        '2024-02-13',
        '2024-02-14'
      ]
    },
    expect: ['2024-02-07T02:00Z', '2024-02-15T02:00Z']
  },
  {
    name: 'the order and repetition of dates do not matter',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-01-04', '2024-01-02', '2024-01-04'] },
    expect: ['2024-01-01T09:00Z', '2024-01-03T09:00Z', '2024-01-05T09:00Z']
  },
  {
    name: 'weekly: the next is a week later, not a day',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-03T09:00:00',
    rule: { frequency: 'weekly', exclude_dates: ['2024-02-10'] },
    expect: ['2024-02-03T02:00Z', '2024-02-17T02:00Z']
  },
  {
    name: 'an interval is not counted anew after an excluded date',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', interval: 3, exclude_dates: ['2024-01-04'] },
    expect: ['2024-01-01T09:00Z', '2024-01-07T09:00Z', '2024-01-10T09:00Z']
  },
  {
    name: 'the first slot left out',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', exclude_dates: ['2024-01-01'] },
    expect: ['2024-01-08T09:00Z', '2024-01-15T09:00Z']
  },
  {
    name: 'a date without a slot changes nothing',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'daily', interval: 2, exclude_dates: ['2024-01-02'] },
    expect: ['2024-01-01T09:00Z', '2024-01-03T09:00Z', '2024-01-05T09:00Z']
  },
  {
    name: "the date is the zone's, where UTC is a day ahead",
    zone: 'America/New_York',
    start: '2024-01-02T22:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-01-03'] },
    expect: ['2024-01-03T03:00Z', '2024-01-05T03:00Z']
  },
  {
    name: "the date is the zone's, where UTC is a day behind",
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-02T01:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-01-03'] },
    expect: ['2024-01-01T18:00Z', '2024-01-03T18:00Z']
  },
  {
    name: 'the date is that of the slot, not that of a start written in Z',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T20:00:00Z',
    rule: { frequency: 'daily', exclude_dates: ['2024-01-02'] },
    expect: ['2024-01-02T20:00Z', '2024-01-03T20:00Z']
  },
  {
    name: 'the day that stands in for the 31st can be left out',
    zone: 'UTC',
    start: '2023-01-31T09:00:00',
    rule: { frequency: 'monthly', exclude_dates: ['2023-02-28'] },
    expect: ['2023-01-31T09:00Z', '2023-03-31T09:00Z']
  },
  {
    name: 'one year of a yearly campaign left out',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2023-05-01T09:00:00',
    rule: { frequency: 'yearly', exclude_dates: ['2024-05-01'] },
    expect: ['2023-05-01T02:00Z', '2025-05-01T02:00Z']
  },
  {
    name: '29 February left out, 28 February of the common years kept',
    zone: 'UTC',
    start: '2023-01-01T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 2, day_of_month: 29, exclude_dates: ['2024-02-29'] },
    expect: [
      ['2023-02-28T09:00Z', 'short_month'],
      ['2025-02-28T09:00Z', 'short_month']
    ]
  },
  {
    name: 'the day of a gap left out',
    zone: 'Europe/Berlin',
    start: '2024-03-30T02:30:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-03-31'] },
    expect: ['2024-03-30T01:30Z', '2024-04-01T00:30Z']
  },
  {
    name: 'the day of an overlap left out',
    zone: 'America/New_York',
    start: '2024-11-02T01:30:00',
    rule: { frequency: 'daily', exclude_dates: ['2024-11-03'] },
    expect: ['2024-11-02T05:30Z', '2024-11-04T06:30Z']
  },
  {
    name: 'a slot shifted across midnight is left out by its nominal date',
    zone: 'Asia/Pyongyang',
    start: '2018-05-03T23:45:00',
    rule: { frequency: 'daily', exclude_dates: ['2018-05-04'] },
    expect: ['2018-05-03T15:15Z', '2018-05-05T14:45Z']
  },
  {
    name: 'a slot shifted across midnight is kept when the date it lands on is left out',
    zone: 'Asia/Pyongyang',
    start: '2018-05-03T23:45:00',
    rule: { frequency: 'daily', exclude_dates: ['2018-05-05'] },
    expect: [
      '2018-05-03T15:15Z',
      ['2018-05-04T15:15Z', 'gap_shifted', '2018-05-04T23:45', '2018-05-05T00:15'],
      '2018-05-06T14:45Z'
    ]
  },
  {
    name: 'Apia: without the skipped day the next one runs unshifted',
    zone: 'Pacific/Apia',
    start: '2011-12-29T09:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2011-12-30'] },
    expect: ['2011-12-29T19:00Z', '2011-12-30T19:00Z', '2011-12-31T19:00Z']
  },
  {
    name: 'Apia: a start on the skipped day that is left out',
    zone: 'Pacific/Apia',
    start: '2011-12-30T09:00:00',
    rule: { frequency: 'daily', exclude_dates: ['2011-12-30', '2011-12-31'] },
    expect: ['2011-12-31T19:00Z', '2012-01-01T19:00Z']
  },
  {
    name: 'once, left out: nothing',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-10T09:00:00',
    rule: { frequency: 'once', exclude_dates: ['2024-02-10'] },
    expect: [],
    over: true
  },
  {
    name: 'every slot up to the end left out: nothing',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-10T09:00:00',
    rule: {
      frequency: 'daily',
      end_time: '2024-02-12',
      exclude_dates: ['2024-02-10', '2024-02-11', '2024-02-12']
    },
    expect: [],
    over: true
  },
  {
    name: 'the last slot before the end left out',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-10T09:00:00',
    rule: { frequency: 'daily', end_time: '2024-02-12', exclude_dates: ['2024-02-12'] },
    expect: ['2024-02-10T02:00Z', '2024-02-11T02:00Z'],
    over: true
  }
]
