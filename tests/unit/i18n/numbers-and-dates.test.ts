import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatRelative } from '../../../src/shared/text/date-format'
import { sizeText } from '../../../src/shared/text/size-text'
import { catalogue } from '../../../src/shared/i18n/catalogue'
import { foreignValues } from '../../../src/shared/i18n/foreign-values'

const ZONE = 'Asia/Ho_Chi_Minh'
const TUESDAY = new Date('2026-11-24T02:00:00Z')
const NOW = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  await i18next.init({ resources: catalogue, lng: 'en', defaultNS: 'common', interpolation: foreignValues })
})

describe.each([
  ['en', '1 contact', '12,345 contacts', /^Tue,? 24 Nov$/, '84 GB', '1.5 MB', 'in 1 day'],
  ['vi', '1 liên hệ', '12.345 liên hệ', /^Th(ứ)? 3, 24\/11$/, '84 GB', '1,5 MB', 'sau 1 ngày nữa']
] as const)('%s', (language, one, many, date, size, small, relative) => {
  it('writes numbers with the separators and the plural of the language', () => {
    const t = i18next.getFixedT(language, 'common')
    expect(t('contacts', { count: 1 })).toBe(one)
    expect(t('contacts', { count: 12_345 })).toBe(many)
    expect([sizeText(84e9, language), sizeText(1.5e6, language)]).toEqual([size, small])
  })

  it('names days as the language does, on a clock of 24 hours', () => {
    // Runtimes differ in how they shorten a weekday.
    const day = formatDate(TUESDAY, ZONE, language, NOW)
    expect(day).toMatch(date)
    expect(formatDateTime(TUESDAY, ZONE, language, NOW)).toBe(`${day}, 09:00`)
    expect(formatRelative(TUESDAY, NOW, language)).toBe(relative)
  })
})
