import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { distanceText } from '../../../src/renderer/ui/countdown-text'
import { catalogue } from '../../../src/shared/i18n/catalogue'

const NOW_MS = Date.parse('2026-11-24T02:00:00Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

beforeAll(() => i18next.init({ resources: catalogue, lng: 'en', defaultNS: 'common' }))

it.each([
  [2 * HOUR_MS - MINUTE_MS, 'in 1 h 59 min', 'còn 1 giờ 59 phút'],
  [DAY_MS - MINUTE_MS, 'in 23 h 59 min', 'còn 23 giờ 59 phút'],
  [12 * MINUTE_MS + 30_000, 'in 12 min 30 s', 'còn 12 phút 30 giây'],
  [5_000, 'in 5 s', 'còn 5 giây'],
  [3 * DAY_MS, 'in 3 days', 'sau 3 ngày nữa'],
  [0, 'now', 'bây giờ'],
  [-2 * HOUR_MS, '2 hours ago', '2 giờ trước'],
  [-3 * DAY_MS, '3 days ago', '3 ngày trước']
])('%i ms away is "%s"', (awayMs, en, vi) => {
  const texts = (['en', 'vi'] as const).map((language) =>
    distanceText(new Date(NOW_MS + awayMs), NOW_MS, i18next.getFixedT(language, 'common'), language)
  )
  expect(texts).toEqual([en, vi])
})
