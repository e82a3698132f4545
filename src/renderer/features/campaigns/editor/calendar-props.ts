import { useTranslation } from 'react-i18next'

interface CalendarProps {
  readonly previousLabel: string
  readonly nextLabel: string
  readonly hideOutsideDates: boolean
}

/** What all calendars share: names for the arrows, which Mantine leaves nameless, and the days of one month only. */
export function useCalendarProps(): CalendarProps {
  const { t } = useTranslation('campaigns')
  return {
    previousLabel: t('schedule.previous_month'),
    nextLabel: t('schedule.next_month'),
    hideOutsideDates: true
  }
}
