import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  scheduleSummary,
  type SummarySchedule
} from '../../../src/renderer/features/campaigns/schedule-summary'
import type {} from '../../../src/renderer/i18next'
import { catalogue } from '../../../src/shared/i18n/catalogue'

let english: TFunction<'campaigns'>
let vietnamese: TFunction<'campaigns'>

beforeAll(async () => {
  await i18next.init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } })
  english = i18next.getFixedT('en', 'campaigns')
  vietnamese = i18next.getFixedT('vi', 'campaigns')
})

/** Starts on a Tuesday. */
const schedule = (fields: Partial<SummarySchedule>): SummarySchedule => ({
  frequency: 'daily',
  start_time: '2026-11-24T09:00:00',
  timezone: 'Asia/Ho_Chi_Minh',
  ...fields
})

const inEnglish = (fields: Partial<SummarySchedule>) => scheduleSummary(schedule(fields), english, 'en')

describe('a schedule in one sentence', () => {
  it.each<[string, Partial<SummarySchedule>]>([
    ['Once, on Tue 24 Nov 2026 at 09:00, Vietnam time', { frequency: 'once' }],
    ['Every day at 09:00, Vietnam time', {}],
    ['Every 3 days at 09:00, London time', { interval: 3, timezone: 'Europe/London' }],
    ['Every weekday at 09:00, Vietnam time', { frequency: 'weekly', days_of_week: [4, 0, 1, 2, 3] }],
    [
      'Every day at 09:00, UTC',
      { frequency: 'weekly', days_of_week: [0, 1, 2, 3, 4, 5, 6], timezone: 'UTC' }
    ],
    ['Every Tuesday at 09:00, Vietnam time', { frequency: 'weekly' }],
    [
      'Every 2 weeks on Monday and Thursday at 09:00, Vietnam time',
      { frequency: 'weekly', interval: 2, days_of_week: [3, 0] }
    ],
    ['Every month on day 31 at 09:00, Vietnam time', { frequency: 'monthly', day_of_month: 31 }],
    [
      'Every year on 29 February at 09:00, Vietnam time',
      { frequency: 'yearly', day_of_month: 29, month_of_year: 2 }
    ],
    [
      'Every day at 09:00, Vietnam time, until Thu 31 Dec 2026, except on 1 date',
      { end_time: '2026-12-31', exclude_dates: ['2026-12-25'] }
    ],
    ['Every day at 09:00, Vietnam time, 5 runs at most', { max_runs: 5 }]
  ])('%s', (sentence, fields) => {
    // Node and Chromium disagree about one comma after the weekday.
    expect(inEnglish(fields).replaceAll(/(Tue|Thu),/g, '$1')).toBe(sentence)
  })

  it('survives what is being typed', () => {
    expect(inEnglish({ start_time: '' })).toBe('The schedule is not complete yet')
    expect(inEnglish({ end_time: '', max_runs: Number.NaN, interval: Number.NaN })).toBe(
      'Every day at 09:00, Vietnam time'
    )
  })

  it('reads naturally in Vietnamese', () => {
    expect(scheduleSummary(schedule({}), vietnamese, 'vi')).toBe('Hằng ngày lúc 09:00, giờ Việt Nam')
    expect(scheduleSummary(schedule({ frequency: 'yearly' }), vietnamese, 'vi')).toBe(
      'Ngày 24 tháng 11 hằng năm lúc 09:00, giờ Việt Nam'
    )
  })

  it('leaves the zone out on request', () => {
    expect(scheduleSummary(schedule({}), english, 'en', { withZone: false })).toBe('Every day at 09:00')
  })
})
