import { DateInput, TimePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateOf, parseTypedDate, shownWallTime } from '../wall-time'
import { useCalendarProps } from './calendar-props'
import classes from './schedule.module.css'

interface WallTimeInputProps {
  readonly value: string
  /** A start that was stored as an instant is shown in this zone. */
  readonly zone: string
  readonly error: string | undefined
  readonly onChange: (wallTime: string) => void
}

const DATE_FORMAT = 'DD/MM/YYYY'

/** Date and time as two fields that can simply be typed; the calendar is for those who prefer it. */
export function WallTimeInput({ value, zone, error, onChange }: WallTimeInputProps) {
  const { t } = useTranslation('campaigns')
  const calendar = useCalendarProps()
  const wallTime = shownWallTime(value, zone)
  const [date, setDate] = useState<string | null>(dateOf(wallTime) || null)
  const [time, setTime] = useState(wallTime.slice(11, 19))
  const withSeconds = wallTime.length === 19 && !wallTime.endsWith(':00')

  const change = (nextDate: string | null, nextTime: string) => {
    setDate(nextDate)
    setTime(nextTime)
    onChange(nextDate === null || nextTime === '' ? '' : `${nextDate}T${nextTime}`)
  }

  return (
    <div className={classes['wallTime']}>
      <DateInput
        label={t('schedule.start')}
        placeholder={t('schedule.date_placeholder')}
        valueFormat={DATE_FORMAT}
        dateParser={parseTypedDate}
        leftSection={<IconCalendar size={16} aria-hidden />}
        value={date}
        error={error}
        onChange={(next) => change(next, time)}
        {...calendar}
      />
      <TimePicker
        label={t('schedule.time')}
        hoursInputLabel={t('schedule.hour')}
        minutesInputLabel={t('schedule.minute')}
        secondsInputLabel={t('schedule.second')}
        withSeconds={withSeconds}
        value={time}
        error={error !== undefined}
        onChange={(next) => change(date, next.length === 5 ? `${next}:00` : next)}
      />
    </div>
  )
}
