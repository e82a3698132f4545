import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type CalendarLook, chooseLook, chooseZone } from '../../stores/calendar-store'
import { ZoneSelect } from '../../ui/zone-select'
import classes from './calendar.module.css'
import { dayText, monthText } from './day-text'
import { plusMonths } from './month-dates'

interface CalendarToolbarProps {
  readonly look: CalendarLook
  /** There is room for one look only. */
  readonly isLookFixed: boolean
  readonly zone: string
  readonly date: string
  readonly today: string
  /** What the agenda shows, both inclusive. */
  readonly agenda: { readonly first: string; readonly last: string }
  readonly onGoTo: (date: string) => void
}

/** Which time is shown, in which zone, and how. */
export function CalendarToolbar(props: CalendarToolbarProps) {
  const { look, isLookFixed, zone, date, today, agenda, onGoTo } = props
  const { t, i18n } = useTranslation('calendar')
  const { language } = i18n
  const monthsOn = (months: number) => {
    const month = `${plusMonths(date, months).slice(0, 8)}01`
    // This month is looked at from today on, another from its first day.
    onGoTo(month.slice(0, 7) === today.slice(0, 7) ? today : month)
  }
  const shown =
    look === 'month'
      ? monthText(date, language)
      : t('range', {
          from: dayText(agenda.first, language, today),
          to: dayText(agenda.last, language, today)
        })
  return (
    <div className={classes['toolbar']}>
      <div className={classes['steps']}>
        <ActionIcon variant="default" size={34} aria-label={t('previous')} onClick={() => monthsOn(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="sm" onClick={() => onGoTo(today)}>
          {t('today')}
        </Button>
        <ActionIcon variant="default" size={34} aria-label={t('next')} onClick={() => monthsOn(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      <h2 className={classes['shown']} aria-live="polite">
        {shown}
      </h2>
      <div className={classes['zone']}>
        <ZoneSelect label={t('zone')} isLabelHidden value={zone} onChange={chooseZone} />
      </div>
      {!isLookFixed && (
        <SegmentedControl<CalendarLook>
          aria-label={t('look')}
          data={[
            { value: 'month', label: t('looks.month') },
            { value: 'agenda', label: t('looks.agenda') }
          ]}
          value={look}
          onChange={chooseLook}
        />
      )}
    </div>
  )
}
