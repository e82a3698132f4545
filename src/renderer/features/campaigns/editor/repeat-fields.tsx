import { Input, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../../ui/number-field'
import type { CampaignForm } from '../campaign-form'
import { monthName } from '../schedule-summary'
import { dateOf, shownWallTime, weekdayOf } from '../wall-time'
import { DayToggles } from './day-toggles'
import classes from './schedule.module.css'

interface RepeatFieldsProps {
  readonly form: CampaignForm
  readonly errorOf: (field: string) => string | undefined
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** From this day on a month can be too short. */
const LAST_SURE_DAY = 28

/** What the frequency repeats on. A field left empty follows the start, and shows what that means. */
export function RepeatFields({ form, errorOf }: RepeatFieldsProps) {
  const { t, i18n } = useTranslation('campaigns')
  const schedule = form.values.schedule_settings
  const start = dateOf(shownWallTime(schedule.start_time, schedule.timezone))
  const startDay = start === '' ? '' : String(Number(start.slice(8)))
  const startMonth = start === '' ? '' : monthName(Number(start.slice(5, 7)), i18n.language)
  const { frequency } = schedule
  if (frequency === 'once') return null
  const byMonth = frequency === 'monthly' || frequency === 'yearly'
  const day = schedule.day_of_month === '' ? Number(startDay) : Number(schedule.day_of_month)
  return (
    <div className={classes['repeat']}>
      <Input.Wrapper
        label={t('schedule.interval')}
        labelProps={{ htmlFor: 'interval' }}
        error={errorOf('interval')}
      >
        <div className={classes['interval']}>
          <NumberField
            id="interval"
            w={84}
            min={1}
            max={1000}
            value={schedule.interval}
            error={errorOf('interval') !== undefined}
            onChange={(value) => form.setFieldValue('schedule_settings.interval', value)}
          />
          <span>{t(`schedule.interval_${frequency}`, { count: Number(schedule.interval) || 1 })}</span>
        </div>
      </Input.Wrapper>
      {frequency === 'weekly' && (
        <DayToggles
          value={schedule.days_of_week}
          whenEmpty={start === '' ? undefined : weekdayOf(start)}
          error={errorOf('days_of_week')}
          onChange={(days) => form.setFieldValue('schedule_settings.days_of_week', days)}
        />
      )}
      {frequency === 'yearly' && (
        <Select
          label={t('schedule.month')}
          placeholder={startMonth}
          w={170}
          clearable
          data={MONTHS.map((month) => ({ value: String(month), label: monthName(month, i18n.language) }))}
          value={schedule.month_of_year === '' ? null : String(schedule.month_of_year)}
          error={errorOf('month_of_year')}
          onChange={(month) =>
            form.setFieldValue('schedule_settings.month_of_year', month === null ? '' : Number(month))
          }
        />
      )}
      {byMonth && (
        <NumberField
          label={t('schedule.day_of_month')}
          description={day > LAST_SURE_DAY ? t('schedule.day_of_month_hint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={startDay}
          w={170}
          min={1}
          max={31}
          value={schedule.day_of_month}
          error={errorOf('day_of_month')}
          onChange={(value) => form.setFieldValue('schedule_settings.day_of_month', value)}
        />
      )}
    </div>
  )
}
