import { CalendarVietnamese } from 'date-chinese'
import type { Holiday } from '../../shared/domain/calendar'
import { inPieces } from '../pieces'
import { DAY_MS, dayNumber, wallText } from '../scheduler/occurrences/civil-date'

/** The library wants a cycle and its year in every date; beside a Gregorian year they do not count. */
const ANY_CYCLE = 78
const ANY_YEAR = 1
const NOT_A_LEAP_MONTH = 0

/** Facts of law and astronomy, remembered for the life of the process: a year takes milliseconds to compute. */
const remembered = new Map<number, readonly Holiday[]>()

/** The day of a date in a common month of the lunar calendar as Vietnam keeps it (UTC+7), days since 1970. */
function lunarDay(year: number, month: number, date: number): number {
  const lunar = new CalendarVietnamese(ANY_CYCLE, ANY_YEAR, month, NOT_A_LEAP_MONTH, date)
  const found = lunar.toGregorian(year)
  return dayNumber({ year: found.year, month: found.month, date: found.day })
}

const dateText = (day: number): string => wallText(day * DAY_MS).slice(0, 10)

/**
 * The public holidays of Vietnam in a year (Labour Code 2019, article 112), in their order. The law gives Tết five days
 * and the National Day two; which ones, the government names each year: offered are those of most years, the eve of Tết
 * and its first four days, 1 and 2 September.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = remembered.get(year)
  if (known) return known
  const tet = lunarDay(year, 1, 1)
  const holidays: readonly Holiday[] = [
    { name: 'new_year', year, dates: [`${year}-01-01`] },
    { name: 'tet', year, dates: [tet - 1, tet, tet + 1, tet + 2, tet + 3].map(dateText) },
    { name: 'hung_kings', year, dates: [dateText(lunarDay(year, 3, 10))] },
    { name: 'reunification', year, dates: [`${year}-04-30`] },
    { name: 'labour', year, dates: [`${year}-05-01`] },
    { name: 'national', year, dates: [`${year}-09-01`, `${year}-09-02`] }
  ]
  remembered.set(year, holidays)
  return holidays
}

/** The holidays of several years, both inclusive; none when the last lies before the first. */
export async function listHolidays(fromYear: number, toYear: number): Promise<readonly Holiday[]> {
  const pieces = inPieces()
  const holidays: Holiday[] = []
  for (let year = fromYear; year <= toYear; year += 1) {
    holidays.push(...holidaysOf(year))
    if (pieces.isDue()) await pieces.rest()
  }
  return holidays
}
