import type { OccurrenceCase } from '../../../support/occurrence-case'

/** Weekdays (0 = Monday) and intervals of ISO weeks, years of 53 weeks among them. */
export const weeks: readonly OccurrenceCase[] = [
  {
    name: '0 is Monday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0] },
    expect: ['2024-01-01T02:00Z', '2024-01-08T02:00Z']
  },
  {
    name: '1 is Tuesday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [1] },
    expect: ['2024-01-02T02:00Z', '2024-01-09T02:00Z']
  },
  {
    name: '2 is Wednesday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [2] },
    expect: ['2024-01-03T02:00Z', '2024-01-10T02:00Z']
  },
  {
    name: '3 is Thursday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [3] },
    expect: ['2024-01-04T02:00Z', '2024-01-11T02:00Z']
  },
  {
    name: '4 is Friday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [4] },
    expect: ['2024-01-05T02:00Z', '2024-01-12T02:00Z']
  },
  {
    name: '5 is Saturday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [5] },
    expect: ['2024-01-06T02:00Z', '2024-01-13T02:00Z']
  },
  {
    name: '6 is Sunday',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [6] },
    expect: ['2024-01-07T02:00Z', '2024-01-14T02:00Z']
  },
  {
    name: "no days_of_week: the start's weekday",
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly' },
    expect: ['2024-01-03T02:00Z', '2024-01-10T02:00Z', '2024-01-17T02:00Z']
  },
  {
    name: "empty days_of_week: the start's weekday, a Sunday",
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-07T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [] },
    expect: ['2024-01-07T02:00Z', '2024-01-14T02:00Z']
  },
  {
    name: 'several weekdays, the earlier of the first week left out',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 4] },
    expect: ['2024-01-05T02:00Z', '2024-01-08T02:00Z', '2024-01-12T02:00Z', '2024-01-15T02:00Z']
  },
  {
    name: 'the order and repetition of weekdays do not matter',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [4, 0, 4, 2] },
    expect: ['2024-01-03T02:00Z', '2024-01-05T02:00Z', '2024-01-08T02:00Z', '2024-01-10T02:00Z']
  },
  {
    name: 'all seven weekdays',
    zone: 'UTC',
    start: '2024-02-27T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 1, 2, 3, 4, 5, 6] },
    expect: ['2024-02-27T09:00Z', '2024-02-28T09:00Z', '2024-02-29T09:00Z', '2024-03-01T09:00Z']
  },
  {
    name: 'weekends',
    zone: 'Europe/London',
    start: '2024-03-28T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [5, 6] },
    expect: ['2024-03-30T09:00Z', '2024-03-31T08:00Z', '2024-04-06T08:00Z', '2024-04-07T08:00Z']
  },
  {
    name: 'every second week, two weekdays',
    zone: 'UTC',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 2] },
    expect: ['2024-01-03T09:00Z', '2024-01-15T09:00Z', '2024-01-17T09:00Z', '2024-01-29T09:00Z']
  },
  {
    name: 'every third week, a weekday that is past in the first',
    zone: 'UTC',
    start: '2024-01-03T09:00:00',
    rule: { frequency: 'weekly', interval: 3, days_of_week: [0] },
    expect: ['2024-01-22T09:00Z', '2024-02-12T09:00Z']
  },
  {
    name: 'a Sunday belongs to the week that began on the Monday before',
    zone: 'UTC',
    start: '2024-01-07T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0] },
    expect: ['2024-01-15T09:00Z', '2024-01-29T09:00Z']
  },
  {
    name: 'every second week from a Sunday',
    zone: 'UTC',
    start: '2024-01-07T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 6] },
    expect: ['2024-01-07T09:00Z', '2024-01-15T09:00Z', '2024-01-21T09:00Z', '2024-01-29T09:00Z']
  },
  {
    name: 'every second week from week 52 over week 53 of 2020',
    zone: 'Europe/Berlin',
    start: '2020-12-21T09:00:00',
    rule: { frequency: 'weekly', interval: 2 },
    expect: ['2020-12-21T08:00Z', '2021-01-04T08:00Z', '2021-01-18T08:00Z']
  },
  {
    name: 'every second week from week 53 of 2020',
    zone: 'Europe/Berlin',
    start: '2020-12-28T09:00:00',
    rule: { frequency: 'weekly', interval: 2 },
    expect: ['2020-12-28T08:00Z', '2021-01-11T08:00Z', '2021-01-25T08:00Z']
  },
  {
    name: '3 January 2021 is the Sunday of week 53 of 2020',
    zone: 'Europe/Berlin',
    start: '2021-01-03T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 6] },
    expect: ['2021-01-03T08:00Z', '2021-01-11T08:00Z', '2021-01-17T08:00Z', '2021-01-25T08:00Z']
  },
  {
    name: 'every second week over week 53 of 2026, asked for in 2027',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2026-12-07T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 4] },
    after: '2026-12-27T00:00Z',
    expect: ['2027-01-04T02:00Z', '2027-01-08T02:00Z', '2027-01-18T02:00Z']
  },
  {
    name: 'every fourth week over week 53 of 2015',
    zone: 'UTC',
    start: '2015-12-07T09:00:00',
    rule: { frequency: 'weekly', interval: 4 },
    expect: ['2015-12-07T09:00Z', '2016-01-04T09:00Z', '2016-02-01T09:00Z']
  },
  {
    name: 'every 53rd week',
    zone: 'UTC',
    start: '2020-12-28T09:00:00',
    rule: { frequency: 'weekly', interval: 53 },
    expect: ['2020-12-28T09:00Z', '2022-01-03T09:00Z', '2023-01-09T09:00Z']
  },
  {
    name: 'every 52nd week slips through the year',
    zone: 'UTC',
    start: '2024-01-01T09:00:00',
    rule: { frequency: 'weekly', interval: 52 },
    expect: ['2024-01-01T09:00Z', '2024-12-30T09:00Z', '2025-12-29T09:00Z', '2026-12-28T09:00Z']
  },
  {
    name: 'weeks that reach over the turn of the year (31 December 2024 is in week 1 of 2025)',
    zone: 'UTC',
    start: '2024-12-31T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [1, 3] },
    expect: ['2024-12-31T09:00Z', '2025-01-02T09:00Z', '2025-01-14T09:00Z', '2025-01-16T09:00Z']
  },
  {
    name: 'weeks before and after 1970',
    zone: 'UTC',
    start: '1969-12-29T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 3] },
    expect: ['1969-12-29T09:00Z', '1970-01-01T09:00Z', '1970-01-05T09:00Z', '1970-01-08T09:00Z']
  },
  {
    name: 'every second week from before 1970',
    zone: 'UTC',
    start: '1969-12-24T09:00:00',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 2] },
    expect: ['1969-12-24T09:00Z', '1970-01-05T09:00Z', '1970-01-07T09:00Z', '1970-01-19T09:00Z']
  },
  {
    name: "the week is that of the local date, not of UTC's (west)",
    zone: 'America/New_York',
    start: '2024-01-08T03:00:00Z',
    rule: { frequency: 'weekly', interval: 2, days_of_week: [0, 6] },
    expect: ['2024-01-08T03:00Z', '2024-01-16T03:00Z', '2024-01-22T03:00Z']
  },
  {
    name: "the week is that of the local date, not of UTC's (east)",
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-01-07T20:00:00Z',
    rule: { frequency: 'weekly', interval: 2 },
    expect: ['2024-01-07T20:00Z', '2024-01-21T20:00Z', '2024-02-04T20:00Z']
  },
  {
    name: 'every 1000th week',
    zone: 'UTC',
    start: '2000-01-03T09:00:00',
    rule: { frequency: 'weekly', interval: 1000 },
    expect: ['2000-01-03T09:00Z', '2019-03-04T09:00Z', '2038-05-03T09:00Z']
  },
  {
    name: 'weekly over the change to winter time keeps its wall time',
    zone: 'Europe/Dublin',
    start: '2024-10-21T09:00:00',
    rule: { frequency: 'weekly', days_of_week: [0, 6] },
    expect: ['2024-10-21T08:00Z', '2024-10-27T09:00Z', '2024-10-28T09:00Z']
  }
]
