import { Input, SegmentedControl } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../../ui/number-field'
import type { CampaignForm } from '../campaign-form'
import { END_KINDS, type EndKind } from '../campaign-values'
import { dateOf, laterDate, parseTypedDate, shownWallTime } from '../wall-time'
import { useCalendarProps } from './calendar-props'
import classes from './schedule.module.css'

interface EndFieldsProps {
  readonly form: CampaignForm
  readonly errorOf: (field: string) => string | undefined
}

const FIRST_LENGTH_DAYS = 30
const FIRST_MAX_RUNS = 10

/** When it stops: never, after a day, or after so many runs. */
export function EndFields({ form, errorOf }: EndFieldsProps) {
  const { t } = useTranslation('campaigns')
  const calendar = useCalendarProps()
  const { end, schedule_settings: schedule } = form.values
  const start = shownWallTime(schedule.start_time, schedule.timezone)

  /** Each way to end begins with a sensible value, so that choosing it is not an error at once. */
  const choose = (kind: EndKind) => {
    form.setFieldValue('end', kind)
    if (kind === 'date' && schedule.end_time === '')
      form.setFieldValue('schedule_settings.end_time', laterDate(dateOf(start), FIRST_LENGTH_DAYS))
    if (kind === 'runs' && schedule.max_runs === '')
      form.setFieldValue('schedule_settings.max_runs', FIRST_MAX_RUNS)
  }
  return (
    <div className={classes['end']}>
      <Input.Wrapper label={t('schedule.end')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('schedule.end')}
          data={END_KINDS.map((kind) => ({ value: kind, label: t(`schedule.ends.${kind}`) }))}
          value={end}
          onChange={choose}
        />
      </Input.Wrapper>
      {end === 'date' && (
        <DateInput
          label={t('schedule.end_date')}
          placeholder={t('schedule.date_placeholder')}
          valueFormat="DD/MM/YYYY"
          dateParser={parseTypedDate}
          leftSection={<IconCalendar size={16} aria-hidden />}
          value={schedule.end_time === '' ? null : schedule.end_time.slice(0, 10)}
          error={errorOf('end_time')}
          onChange={(date) => form.setFieldValue('schedule_settings.end_time', date ?? '')}
          {...calendar}
        />
      )}
      {end === 'runs' && (
        <NumberField
          label={t('schedule.max_runs')}
          min={1}
          value={schedule.max_runs}
          error={errorOf('max_runs')}
          onChange={(value) => form.setFieldValue('schedule_settings.max_runs', value)}
        />
      )}
    </div>
  )
}
