import { Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dayName } from '../schedule-summary'
import classes from './schedule.module.css'

interface DayTogglesProps {
  readonly value: readonly number[]
  /** The day that counts while none is chosen. */
  readonly whenEmpty: number | undefined
  readonly error: string | undefined
  readonly onChange: (days: number[]) => void
}

/** Monday first; 0 = Monday, as in the schedule. */
const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** The days of the week as seven switches. */
export function DayToggles({ value, whenEmpty, error, onChange }: DayTogglesProps) {
  const { t, i18n } = useTranslation('campaigns')
  const chosen = value.length === 0 && whenEmpty !== undefined ? [whenEmpty] : value
  const toggle = (day: number) => {
    const next = chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day]
    onChange(next.sort((a, b) => a - b))
  }
  return (
    <Input.Wrapper label={t('schedule.days')} labelElement="div" error={error}>
      <div className={classes['days']} role="group" aria-label={t('schedule.days')}>
        {DAYS.map((day) => (
          <label key={day} className={classes['day']}>
            <input
              type="checkbox"
              aria-label={dayName(day, i18n.language, 'long')}
              checked={chosen.includes(day)}
              onChange={() => toggle(day)}
            />
            <span aria-hidden>{dayName(day, i18n.language, 'short')}</span>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  )
}
