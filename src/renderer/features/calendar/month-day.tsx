import { Tooltip, VisuallyHidden } from '@mantine/core'
import { IconClockHour4 } from '@tabler/icons-react'
import { memo, type MouseEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import { formatTime } from '../../../shared/text/date-format'
import { Foreign } from '../../ui/foreign'
import type { CalendarDay } from './calendar-days'
import { clockSign, clockText } from './clock-text'
import { longDayText } from './day-text'
import { ENTRY_LOOK } from './entry-look'
import { entryKey } from './entry-state'
import { useEntryState } from './use-entry-state'
import classes from './month.module.css'

interface MonthDayProps {
  readonly ref: RefObject<HTMLDivElement | null> | undefined
  readonly day: CalendarDay
  readonly zone: string
  readonly today: string
  readonly isInMonth: boolean
  /** Has the grid's one place among what Tab visits. */
  readonly isFocused: boolean
  /** How many lines fit. */
  readonly capacity: number
  readonly openKey: string | null
  readonly onFocus: (date: string) => void
  readonly onOpen: (entry: CalendarEntry, button: HTMLElement) => void
  readonly onOpenDay: (date: string) => void
}

/** A day of the month: its first entries, and how many more there are. */
export const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const { ref, day, zone, today, isInMonth, isFocused, capacity, openKey, onFocus, onOpen, onOpenDay } = props
  const { t, i18n } = useTranslation('calendar')
  const { date, entries, clock_changes: changes } = day
  const shown = entries.length > capacity ? entries.slice(0, capacity - 1) : entries
  const more = entries.length - shown.length
  const tabIndex = isFocused ? 0 : -1
  const named = longDayText(date, i18n.language, today)
  const clocks = changes.map((change) => clockText(change, zone, t))

  const focusDay = (event: MouseEvent) => {
    const isControl = event.target instanceof Element && event.target.closest('button') !== null
    if (!isControl && isInMonth) onFocus(date)
  }
  return (
    <div
      ref={ref}
      role="gridcell"
      className={classes['day']}
      tabIndex={tabIndex}
      aria-current={date === today ? 'date' : undefined}
      data-outside={!isInMonth || undefined}
      onMouseDown={focusDay}
    >
      <div className={classes['dayHead']}>
        <span className={classes['number']} data-today={date === today || undefined} aria-hidden>
          {Number(date.slice(8))}
        </span>
        <VisuallyHidden>
          {[named, t('entries', { count: entries.length }), ...clocks].join(', ')}
        </VisuallyHidden>
        {changes[0] !== undefined && (
          <Tooltip label={clocks.join('. ')} multiline maw={260}>
            <span className={classes['clock']} data-tone="caution" aria-hidden>
              <IconClockHour4 size={13} stroke={1.8} />
              {clockSign(changes[0], t)}
            </span>
          </Tooltip>
        )}
      </div>
      {shown.map((entry) => (
        <MonthEntry
          key={entryKey(entry)}
          entry={entry}
          zone={zone}
          isOpen={openKey === entryKey(entry)}
          tabIndex={tabIndex}
          onOpen={onOpen}
        />
      ))}
      {more > 0 && (
        <button type="button" className={classes['more']} tabIndex={tabIndex} onClick={() => onOpenDay(date)}>
          {t('more', { count: more })} <VisuallyHidden>{t('more_on', { date: named })}</VisuallyHidden>
        </button>
      )}
    </div>
  )
})

interface MonthEntryProps extends Pick<MonthDayProps, 'zone' | 'onOpen'> {
  readonly entry: CalendarEntry
  readonly isOpen: boolean
  readonly tabIndex: number
}

function MonthEntry({ entry, zone, isOpen, tabIndex, onOpen }: MonthEntryProps) {
  const { t, i18n } = useTranslation('calendar')
  const state = useEntryState(entry)
  const { tone, icon: Symbol } = ENTRY_LOOK[state]
  const time = formatTime(new Date(entry.at), zone, i18n.language)
  const name = entry.campaign_name
  return (
    <button
      type="button"
      className={classes['entry']}
      data-tone={tone}
      data-state={state}
      tabIndex={tabIndex}
      title={t('entry_label', { time, name, state: t(`states.${state}`) })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={(event) => onOpen(entry, event.currentTarget)}
    >
      <Symbol size={13} stroke={1.9} aria-hidden />
      <span className={classes['time']}>{time}</span>
      <span className={classes['name']}>
        <Foreign>{name}</Foreign>
      </span>
      <VisuallyHidden>{t(`states.${state}`)}</VisuallyHidden>
    </button>
  )
}
