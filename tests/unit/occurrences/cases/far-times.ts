import type { OccurrenceCase } from '../../../support/occurrence-case'

/** Far from today: the last year, the first ones, local mean time. */
export const farTimes: readonly OccurrenceCase[] = [
  {
    name: 'the last days of the year 9999',
    zone: 'UTC',
    start: '9999-12-30T09:00:00',
    rule: { frequency: 'daily' },
    expect: ['9999-12-30T09:00Z', '9999-12-31T09:00Z'],
    over: true
  },
  {
    name: 'once in the last second of the year 9999',
    zone: 'UTC',
    start: '9999-12-31T23:59:59',
    rule: { frequency: 'once' },
    expect: ['9999-12-31T23:59:59Z'],
    over: true
  },
  {
    name: 'the year 9999 ahead of UTC',
    zone: 'Asia/Ho_Chi_Minh',
    start: '9999-12-30T23:00:00',
    rule: { frequency: 'daily' },
    expect: ['9999-12-30T16:00Z', '9999-12-31T16:00Z'],
    over: true
  },
  {
    name: 'the year 9999 behind UTC ends with the year 9999 of UTC',
    zone: 'America/New_York',
    start: '9999-12-30T23:00:00',
    rule: { frequency: 'daily' },
    expect: ['9999-12-31T04:00Z'],
    over: true
  },
  {
    name: 'every thousand years',
    zone: 'UTC',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'yearly', interval: 1000 },
    expect: [
      '2024-02-29T09:00Z',
      '3024-02-29T09:00Z',
      '4024-02-29T09:00Z',
      '5024-02-29T09:00Z',
      '6024-02-29T09:00Z',
      '7024-02-29T09:00Z',
      '8024-02-29T09:00Z',
      '9024-02-29T09:00Z'
    ],
    over: true
  },
  {
    name: 'monthly, asked for at the end of the year 9999',
    zone: 'UTC',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'monthly' },
    after: '9999-11-01T00:00Z',
    expect: [['9999-11-30T09:00Z', 'short_month'], '9999-12-31T09:00Z'],
    over: true
  },
  {
    name: 'after the year 9999 there is nothing',
    zone: 'UTC',
    start: '2024-01-31T09:00:00',
    rule: { frequency: 'weekly' },
    after: '9999-12-31T23:00Z',
    expect: [],
    over: true
  },
  {
    name: 'New York in the summer of 2500',
    zone: 'America/New_York',
    start: '2024-07-04T09:00:00',
    rule: { frequency: 'yearly' },
    after: '2500-01-01T00:00Z',
    expect: ['2500-07-04T13:00Z', '2501-07-04T13:00Z']
  },
  {
    name: 'Berlin in the winter of 2500',
    zone: 'Europe/Berlin',
    start: '2024-01-15T09:00:00',
    rule: { frequency: 'yearly' },
    after: '2500-01-01T00:00Z',
    expect: ['2500-01-15T08:00Z', '2501-01-15T08:00Z']
  },
  {
    name: 'the leap day of 2400',
    zone: 'Asia/Ho_Chi_Minh',
    start: '2024-02-29T09:00:00',
    rule: { frequency: 'yearly' },
    after: '2399-01-01T00:00Z',
    expect: [['2399-02-28T02:00Z', 'short_month'], '2400-02-29T02:00Z']
  },
  {
    name: 'the year 50 is not 1950',
    zone: 'UTC',
    start: '0050-12-31T09:00:00',
    rule: { frequency: 'daily' },
    expect: ['0050-12-31T09:00Z', '0051-01-01T09:00Z']
  },
  {
    name: 'the leap day of the year 96',
    zone: 'UTC',
    start: '0095-01-29T09:00:00',
    rule: { frequency: 'yearly', month_of_year: 2 },
    expect: [['0095-02-28T09:00Z', 'short_month'], '0096-02-29T09:00Z', ['0097-02-28T09:00Z', 'short_month']]
  },
  {
    name: 'the first day of the year 1',
    zone: 'UTC',
    start: '0001-01-01T00:00:00',
    rule: { frequency: 'weekly' },
    expect: ['0001-01-01T00:00Z', '0001-01-08T00:00Z']
  },
  {
    name: 'New York’s local mean time of 1880',
    zone: 'America/New_York',
    start: '1880-01-01T12:00:00',
    rule: { frequency: 'once' },
    expect: ['1880-01-01T16:56:02Z'],
    over: true
  },
  {
    name: 'Kolkata before 1854',
    zone: 'Asia/Kolkata',
    start: '1850-01-01T12:00:00',
    rule: { frequency: 'once' },
    expect: ['1850-01-01T06:06:32Z'],
    over: true
  }
]
