import { describe, expect, it } from 'vitest'
import { holidaysOf, listHolidays } from '../../../src/engine/calendar/holidays'
import type { HolidayName } from '../../../src/shared/domain/calendar'
import { naiveLunarDate } from '../../support/calendar/naive-lunar'

/** Tết and the Hùng Kings' day of every year from 2000 to 2050, as calendars print them. */
const PRINTED = `
2000 02-05 04-14  2001 01-24 04-03  2002 02-12 04-22  2003 02-01 04-11  2004 01-22 04-28  2005 02-09 04-18
2006 01-29 04-07  2007 02-17 04-26  2008 02-07 04-15  2009 01-26 04-04  2010 02-14 04-23  2011 02-03 04-12
2012 01-23 03-31  2013 02-10 04-19  2014 01-31 04-09  2015 02-19 04-28  2016 02-08 04-16  2017 01-28 04-06
2018 02-16 04-25  2019 02-05 04-14  2020 01-25 04-02  2021 02-12 04-21  2022 02-01 04-10  2023 01-22 04-29
2024 02-10 04-18  2025 01-29 04-07  2026 02-17 04-26  2027 02-06 04-16  2028 01-26 04-04  2029 02-13 04-23
2030 02-02 04-12  2031 01-23 04-01  2032 02-11 04-19  2033 01-31 04-09  2034 02-19 04-28  2035 02-08 04-17
2036 01-28 04-06  2037 02-15 04-24  2038 02-04 04-13  2039 01-24 04-03  2040 02-12 04-20  2041 02-01 04-10
2042 01-22 04-29  2043 02-10 04-19  2044 01-30 04-07  2045 02-17 04-26  2046 02-06 04-15  2047 01-26 04-04
2048 02-14 04-22  2049 02-02 04-11  2050 01-23 04-01`
  .trim()
  .split(/\s{2,}|\n/)
  .map((entry) => entry.split(' ') as [year: string, tet: string, hungKings: string])

const datesOf = (year: number, name: HolidayName): readonly string[] =>
  holidaysOf(year).find((holiday) => holiday.name === name)?.dates ?? []

const tetOf = (year: number) => datesOf(year, 'tet')[1]

describe('public holidays of Vietnam', () => {
  it('Tết and the Hùng Kings’ day are where printed calendars have them, 2000 to 2050', () => {
    expect(PRINTED).toHaveLength(51)
    const computed = PRINTED.map(([year]) => [
      year,
      tetOf(Number(year))?.slice(5),
      datesOf(Number(year), 'hung_kings')[0]?.slice(5)
    ])
    expect(computed).toEqual(PRINTED)
  })

  it('in 1985, 2007 and 2030 Vietnam’s new year is not China’s: its day begins an hour later', () => {
    expect([1985, 2007, 2030].map(tetOf)).toEqual(['1985-01-21', '2007-02-17', '2030-02-02'])
  })

  it('agrees with another way of computing it from 1970 to 2174, every year', () => {
    const years = Array.from({ length: 2174 - 1970 + 1 }, (_, index) => 1970 + index)
    const computed = years.map((year) => [year, tetOf(year), ...datesOf(year, 'hung_kings')])
    expect(computed).toEqual(
      years.map((year) => [year, naiveLunarDate(year, 1, 1), naiveLunarDate(year, 3, 10)])
    )
  })

  it('Tết is offered from its eve on, five days in a row, also over the end of a month', () => {
    expect(datesOf(2022, 'tet')).toEqual([
      '2022-01-31',
      '2022-02-01',
      '2022-02-02',
      '2022-02-03',
      '2022-02-04'
    ])
    expect(datesOf(2026, 'tet')).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20'
    ])
  })

  it('those of the solar calendar stay where they are', () => {
    expect(holidaysOf(2027).filter(({ name }) => name !== 'tet' && name !== 'hung_kings')).toEqual([
      { name: 'new_year', year: 2027, dates: ['2027-01-01'] },
      { name: 'reunification', year: 2027, dates: ['2027-04-30'] },
      { name: 'labour', year: 2027, dates: ['2027-05-01'] },
      { name: 'national', year: 2027, dates: ['2027-09-01', '2027-09-02'] }
    ])
  })

  it('lists the years that are asked for, in order, and none backwards', async () => {
    const listed = await listHolidays(2026, 2027)
    expect(listed.map(({ year }) => year)).toEqual(
      [2026, 2027].flatMap((year) => Array.from({ length: 6 }, () => year))
    )
    expect(await listHolidays(2027, 2026)).toEqual([])
  })

  it('no date of two centuries is missing, doubled or in another year', async () => {
    const dates = (await listHolidays(1970, 2199)).flatMap(({ year, dates }) =>
      dates.map((date) => ({ year, date }))
    )
    expect(dates).toHaveLength(230 * 11)
    expect(dates.filter(({ year, date }) => !date.startsWith(`${year}-`))).toEqual([])
    expect(new Set(dates.map(({ date }) => date)).size).toBeGreaterThan(230 * 10)
  })
})
