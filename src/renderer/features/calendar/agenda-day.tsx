import { IconClockHour4 } from '@tabler/icons-react'
import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import { Foreign } from '../../ui/foreign'
import { Badge } from '../../ui/status-badge'
import { formatBeside, formatTime } from '../../../shared/text/date-format'
import { sameOffset, zoneCity } from '../../../shared/text/zone-clock'
import classes from './agenda.module.css'
import type { CalendarDay } from './calendar-days'
import { clockText } from './clock-text'
import { longDayText } from './day-text'
import { ENTRY_LOOK } from './entry-look'
import { entryKey } from './entry-state'
import { useEntryState } from './use-entry-state'

interface AgendaDayProps {
  readonly day: CalendarDay
  readonly zone: string
  readonly today: string
  /** Where the day lies in the list, pixels. */
  readonly top: number
  readonly height: number
  readonly lineHeight: number
  /** Which of its entries are in sight; the end is exclusive. */
  readonly first: number
  readonly end: number
  readonly isKnown: boolean
  readonly openKey: string | null
  readonly onOpen: (entry: CalendarEntry, button: HTMLElement) => void
}

/** A day with its head, which stays in sight while the day does. */
export const AgendaDay = memo(function AgendaDay(props: AgendaDayProps) {
  const { day, zone, today, top, height, lineHeight, first, end, isKnown, openKey, onOpen } = props
  const { t, i18n } = useTranslation('calendar')
  const headId = useId()
  const { date, entries, clock_changes: changes } = day
  return (
    <section className={classes['day']} style={{ top, height }} aria-labelledby={headId}>
      <div
        className={classes['head']}
        data-today={date === today || undefined}
        style={{ height: lineHeight }}
      >
        <h3 id={headId} className={classes['date']}>
          {longDayText(date, i18n.language, today)}
        </h3>
        {date === today && <span className={classes['today']}>{t('today')}</span>}
        {changes.map((change) => (
          <span key={`${change.zone} ${change.atMs}`} className={classes['clock']} data-tone="caution">
            <IconClockHour4 size={14} stroke={1.8} aria-hidden />
            {clockText(change, zone, t)}
          </span>
        ))}
        {entries.length > 0 && (
          <span className={classes['count']}>{t('entries', { count: entries.length })}</span>
        )}
      </div>
      {entries.length === 0 ? (
        <p className={classes['nothing']} style={{ height: lineHeight }}>
          {isKnown && t('nothing_on_day')}
        </p>
      ) : (
        <ol className={classes['entries']}>
          {entries.slice(first, end).map((entry, index) => (
            <li
              key={entryKey(entry)}
              aria-setsize={entries.length}
              aria-posinset={first + index + 1}
              style={{ top: (first + index) * lineHeight, height: lineHeight }}
            >
              <AgendaLine entry={entry} zone={zone} isOpen={openKey === entryKey(entry)} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
})

interface AgendaLineProps {
  readonly entry: CalendarEntry
  readonly zone: string
  readonly isOpen: boolean
  readonly onOpen: (entry: CalendarEntry, button: HTMLElement) => void
}

function AgendaLine({ entry, zone, isOpen, onOpen }: AgendaLineProps) {
  const { t, i18n } = useTranslation('calendar')
  const state = useEntryState(entry)
  const { tone, icon: Symbol } = ENTRY_LOOK[state]
  const at = new Date(entry.at)
  const own = entry.occurrence?.zone ?? zone
  const isElsewhere = !sameOffset(at, own, zone)
  return (
    <button
      type="button"
      className={classes['line']}
      data-line
      data-state={state}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={(event) => onOpen(entry, event.currentTarget)}
    >
      <time dateTime={entry.at} className={classes['time']}>
        {formatTime(at, zone, i18n.language)}
      </time>
      <span className={classes['sign']} data-tone={tone}>
        <Symbol size={17} stroke={1.8} aria-hidden />
      </span>
      <span className={classes['name']}>
        <Foreign>{entry.campaign_name}</Foreign>
      </span>
      <span className={classes['own']}>
        {isElsewhere &&
          t('own_time', { time: formatBeside(at, own, zone, i18n.language), zone: zoneCity(own) })}
      </span>
      <Badge tone={tone}>{t(`states.${state}`)}</Badge>
    </button>
  )
}
