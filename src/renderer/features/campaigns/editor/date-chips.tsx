import { Button, CloseButton } from '@mantine/core'
import { type MouseEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../shared/text/date-format'
import { holidayByDate, useHolidays } from '../../../stores/holidays-store'
import { utcDate } from '../wall-time'
import classes from './excluded-dates.module.css'

interface DateChipsProps {
  /** Ascending. */
  readonly dates: readonly string[]
  readonly today: string
  readonly onRemove: (dates: readonly string[]) => void
}

/** More in a year are shown when that is asked for. */
const SHOWN_IN_A_YEAR = 40

function datesByYear(dates: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const years = new Map<number, string[]>()
  for (const date of dates) {
    const year = Number(date.slice(0, 4))
    const inYear = years.get(year) ?? []
    inYear.push(date)
    years.set(year, inYear)
  }
  return years
}

/** The excluded dates, year by year. Those that are over take nothing away any more, and stand back. */
export function DateChips({ dates, today, onRemove }: DateChipsProps) {
  const { t } = useTranslation('calendar')
  const [isPastShown, setIsPastShown] = useState(false)
  const coming = useMemo(() => datesByYear(dates.filter((date) => date >= today)), [dates, today])
  const past = useMemo(() => dates.filter((date) => date < today), [dates, today])
  return (
    <div className={classes['years']}>
      {[...coming].map(([year, inYear]) => (
        <YearOfDates key={year} year={year} dates={inYear} onRemove={(date) => onRemove([date])} />
      ))}
      {past.length > 0 && (
        <div className={classes['past']}>
          <span>{t('excluded.past', { count: past.length })}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isPastShown}
            onClick={() => setIsPastShown(!isPastShown)}
          >
            {t(isPastShown ? 'excluded.hide' : 'excluded.show')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onRemove(past)}>
            {t('excluded.remove_past', { count: past.length })}
          </Button>
        </div>
      )}
      {isPastShown &&
        [...datesByYear(past)].map(([year, inYear]) => (
          <YearOfDates key={year} year={year} dates={inYear} isPast onRemove={(date) => onRemove([date])} />
        ))}
    </div>
  )
}

interface YearOfDatesProps {
  readonly year: number
  readonly dates: readonly string[]
  readonly isPast?: boolean
  readonly onRemove: (date: string) => void
}

/** Each date with what it is, and a cross. */
function YearOfDates({ year, dates, isPast = false, onRemove }: YearOfDatesProps) {
  const { t, i18n } = useTranslation('calendar')
  const [isWhole, setIsWhole] = useState(false)
  const holidays = holidayByDate(useHolidays(year, year))
  const shown = isWhole ? dates : dates.slice(0, SHOWN_IN_A_YEAR)

  const remove = (date: string, event: MouseEvent) => {
    const chip = event.currentTarget.closest('li')
    const neighbour = chip?.nextElementSibling ?? chip?.previousElementSibling
    // The chip goes away with its cross: who walks through them by keyboard goes on at the next one.
    neighbour?.querySelector('button')?.focus()
    onRemove(date)
  }
  return (
    <div className={classes['year']} data-past={isPast || undefined}>
      <span className={classes['yearName']}>{year}</span>
      <ul className={classes['chips']} aria-label={t('excluded.in_year', { year })}>
        {shown.map((date) => {
          const holiday = holidays.get(date)
          const named = formatDate(utcDate(date), 'UTC', i18n.language, utcDate(date))
          return (
            <li key={date} className={classes['chip']}>
              <span>{named}</span>
              {holiday !== undefined && (
                <span className={classes['holiday']}>{t(`holidays.${holiday}`)}</span>
              )}
              <CloseButton
                size={20}
                radius="xl"
                iconSize={12}
                aria-label={t('excluded.remove', { date: named })}
                onClick={(event) => remove(date, event)}
              />
            </li>
          )
        })}
        {shown.length < dates.length && (
          <li>
            <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(true)}>
              {t('more', { count: dates.length - shown.length })}
            </Button>
          </li>
        )}
      </ul>
    </div>
  )
}
