import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { Holiday, HolidayName } from '../../shared/domain/calendar'
import { loa } from '../api'

interface HolidaysState {
  /** Those that were asked for so far, by year. */
  readonly years: ReadonlyMap<number, readonly Holiday[]>
}

const useHolidaysStore = create<HolidaysState>(() => ({ years: new Map() }))

/** What the main process answers for. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

const yearsBetween = (fromYear: number, toYear: number): number[] => {
  const first = Math.max(FIRST_YEAR, fromYear)
  const last = Math.min(LAST_YEAR, toYear)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Reads the years that are not known yet; holidays never change while Loa runs. */
async function loadHolidays(years: readonly number[]): Promise<void> {
  const known = useHolidaysStore.getState().years
  const missing = years.filter((year) => !known.has(year))
  const [first, last] = [missing[0], missing.at(-1)]
  if (first === undefined || last === undefined) return
  const listed = await loa.listHolidays(first, last)
  if (!listed.ok) return
  useHolidaysStore.setState(({ years: before }) => {
    const after = new Map(before)
    for (const year of missing) {
      const those = listed.value.filter((holiday) => holiday.year === year)
      after.set(year, those)
    }
    return { years: after }
  })
}

/** The public holidays of Vietnam from one year to another, both inclusive; empty until they are known. */
export function useHolidays(fromYear: number, toYear: number): readonly Holiday[] {
  const known = useHolidaysStore((state) => state.years)
  useEffect(() => void loadHolidays(yearsBetween(fromYear, toYear)), [fromYear, toYear])
  return useMemo(
    () => yearsBetween(fromYear, toYear).flatMap((year) => known.get(year) ?? []),
    [known, fromYear, toYear]
  )
}

/** Which holiday a date is, by date; the first of two that fall on one day. */
export function holidayByDate(holidays: readonly Holiday[]): ReadonlyMap<string, HolidayName> {
  const byDate = new Map<string, HolidayName>()
  for (const { name, dates } of holidays) {
    for (const date of dates) if (!byDate.has(date)) byDate.set(date, name)
  }
  return byDate
}
