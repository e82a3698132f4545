import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import type { CalendarDay } from './calendar-days'
import { monthText, weekdayText } from './day-text'
import { MonthDay } from './month-day'
import { dayAfterKey } from './month-dates'
import classes from './month.module.css'

interface MonthGridProps {
  /** Whole weeks. */
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly today: string
  /** The day that the arrow keys start from; it is in the month that is shown. */
  readonly date: string
  readonly openKey: string | null
  readonly onOpen: (entry: CalendarEntry, button: HTMLElement) => void
  readonly onLeave: () => void
  readonly onGoTo: (date: string) => void
  readonly onOpenDay: (date: string) => void
}

const WEEK = 7
/** The heights of month.module.css: a day's head with its margins, and one entry. */
const HEAD_HEIGHT = 29
const ENTRY_HEIGHT = 21
const LEAST_ENTRIES = 2

/** How many entries fit into a day. */
function capacityOf(gridHeight: number, weeks: number): number {
  return Math.max(LEAST_ENTRIES, Math.floor((gridHeight / weeks - HEAD_HEIGHT) / ENTRY_HEIGHT))
}

/** Seven columns from Monday on. The arrow keys walk through the days, and Tab into what is on the one that has the focus. */
export function MonthGrid(props: MonthGridProps) {
  const { days, zone, today, date, openKey, onOpen, onLeave, onGoTo, onOpenDay } = props
  const { t, i18n } = useTranslation('calendar')
  const { ref, height } = useElementSize<HTMLDivElement>()
  const focused = useRef<HTMLDivElement>(null)
  const walks = useRef(false)

  useEffect(() => {
    if (!walks.current) return
    walks.current = false
    focused.current?.focus()
  }, [date])

  const weeks = Math.ceil(days.length / WEEK)
  const capacity = capacityOf(height, weeks)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = dayAfterKey(date, event.key)
    const isOnDay = event.target === focused.current
    if (next !== null) {
      walks.current = true
      onLeave()
      onGoTo(next)
    } else if (event.key === 'Enter' && isOnDay) onOpenDay(date)
    else if (event.key === 'Escape' && !isOnDay) focused.current?.focus()
    else return
    event.preventDefault()
  }
  return (
    <div
      className={classes['frame']}
      role="grid"
      aria-label={monthText(date, i18n.language)}
      aria-description={t('keys')}
      onKeyDown={onKeyDown}
    >
      <div className={classes['head']} role="row">
        {days.slice(0, WEEK).map((day) => (
          <span key={day.date} role="columnheader">
            <span aria-hidden>{weekdayText(day.date, i18n.language, 'short')}</span>
            <VisuallyHidden>{weekdayText(day.date, i18n.language, 'long')}</VisuallyHidden>
          </span>
        ))}
      </div>
      <div
        className={classes['weeks']}
        role="rowgroup"
        ref={ref}
        style={{
          gridTemplateRows: `repeat(${weeks}, minmax(${HEAD_HEIGHT + LEAST_ENTRIES * ENTRY_HEIGHT}px, 1fr))`
        }}
        onScroll={onLeave}
      >
        {Array.from({ length: weeks }, (_, week) => (
          <div key={days[week * WEEK]?.date ?? week} className={classes['week']} role="row">
            {days.slice(week * WEEK, (week + 1) * WEEK).map((day) => (
              <MonthDay
                key={day.date}
                ref={day.date === date ? focused : undefined}
                day={day}
                zone={zone}
                today={today}
                isInMonth={day.date.slice(0, 7) === date.slice(0, 7)}
                isFocused={day.date === date}
                capacity={capacity}
                openKey={openKey}
                onFocus={onGoTo}
                onOpen={onOpen}
                onOpenDay={onOpenDay}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
