import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import { useRowWindow } from '../../ui/use-row-window'
import { AgendaDay } from './agenda-day'
import { agendaLayout } from './agenda-layout'
import classes from './agenda.module.css'
import type { CalendarDay } from './calendar-days'
import { useKeptPlace } from './use-kept-place'

interface AgendaProps {
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly today: string
  /** The day that is looked at: the list goes there. */
  readonly date: string
  /** All of it has been read: what is empty is empty. */
  readonly isKnown: boolean
  readonly openKey: string | null
  readonly onOpen: (entry: CalendarEntry, button: HTMLElement) => void
  readonly onLeave: () => void
  readonly onEarlier: () => void
  readonly onLater: () => void
}

/** The height of every line, as in agenda.module.css. */
const LINE_HEIGHT = 42

/** Arrow keys walk from line to line; Tab still visits every control. */
function walkLines(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const at = lines.findIndex((line) => line === document.activeElement)
  const next = lines[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/** Day after day, in both directions as far as one likes. Only the lines in sight are drawn. */
export function Agenda(props: AgendaProps) {
  const { days, zone, today, date, isKnown, openKey, onOpen, onLeave, onEarlier, onLater } = props
  const { t } = useTranslation('calendar')
  const layout = useMemo(() => agendaLayout(days, today, date), [days, today, date])
  const { scroller, element, first, end } = useRowWindow(layout.lines, LINE_HEIGHT)
  useKeptPlace(element, layout, LINE_HEIGHT, date)

  const drawn = layout.places.filter(({ line, lines }) => line < end && line + lines > first)
  return (
    <div
      className={classes['scroller']}
      ref={scroller}
      role="region"
      aria-label={t('looks.agenda')}
      onScroll={onLeave}
      onKeyDown={walkLines}
    >
      <div className={classes['lines']} style={{ height: layout.lines * LINE_HEIGHT }}>
        <div className={classes['edge']}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconChevronUp size={15} aria-hidden />}
            onClick={onEarlier}
          >
            {t('earlier')}
          </Button>
        </div>
        {drawn.map(({ day, line, lines }) => (
          <AgendaDay
            key={day.date}
            day={day}
            zone={zone}
            today={today}
            top={line * LINE_HEIGHT}
            height={lines * LINE_HEIGHT}
            lineHeight={LINE_HEIGHT}
            first={Math.max(0, first - line - 1)}
            end={Math.max(0, end - line - 1)}
            isKnown={isKnown}
            openKey={openKey}
            onOpen={onOpen}
          />
        ))}
        <div className={classes['edge']} style={{ top: (layout.lines - 1) * LINE_HEIGHT }}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconChevronDown size={15} aria-hidden />}
            onClick={onLater}
          >
            {t('later')}
          </Button>
        </div>
      </div>
    </div>
  )
}
