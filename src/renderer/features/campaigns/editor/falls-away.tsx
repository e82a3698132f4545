import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolidayName } from '../../../../shared/domain/calendar'
import type { Occurrence } from '../../../../shared/domain/schedule'
import { formatDate } from '../../../../shared/text/date-format'
import { holidayByDate, useHolidays } from '../../../stores/holidays-store'
import { dateOf } from '../wall-time'
import classes from './falls-away.module.css'

type HolidayByDate = ReadonlyMap<string, HolidayName>

const yearOf = (occurrence: Occurrence | undefined): number => Number(occurrence?.nominal.slice(0, 4) ?? 0)

/** Which of the dates that take a run away are holidays. */
export function useHolidaysOf(leftOut: readonly Occurrence[]): HolidayByDate {
  const holidays = useHolidays(yearOf(leftOut[0]), yearOf(leftOut.at(-1)))
  return useMemo(() => holidayByDate(holidays), [holidays])
}

interface LeftOutRunProps {
  readonly occurrence: Occurrence
  readonly holidays: HolidayByDate
}

/** A run that an excluded date takes away, among those that stay. */
export function LeftOutRun({ occurrence, holidays }: LeftOutRunProps) {
  const { t, i18n } = useTranslation('calendar')
  const at = new Date(occurrence.at)
  const holiday = holidays.get(dateOf(occurrence.nominal))
  return (
    <li className={classes['run']}>
      <del className={classes['when']}>
        <time dateTime={occurrence.at}>{formatDate(at, occurrence.zone, i18n.language, new Date())}</time>
      </del>
      <span className={classes['why']}>
        {holiday === undefined
          ? t('states.left_out')
          : t('left_out_holiday', { name: t(`holidays.${holiday}`) })}
      </span>
    </li>
  )
}

/** How many runs the excluded dates take away, and until when. */
export function FallsAway({ leftOut }: { readonly leftOut: readonly Occurrence[] }) {
  const { t, i18n } = useTranslation('calendar')
  const last = leftOut.at(-1)
  if (last === undefined) return null
  const until = formatDate(new Date(last.at), last.zone, i18n.language, new Date())
  return <p className={classes['sum']}>{t('preview.falls_away', { count: leftOut.length, until })}</p>
}
