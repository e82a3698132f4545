import { Input, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FREQUENCIES } from '../../../../shared/domain/schedule'
import type { CampaignForm } from '../campaign-form'
import { errorAt } from '../campaign-values'
import { useIsNarrow } from '../../../ui/use-is-narrow'
import { ZoneSelect } from '../../../ui/zone-select'
import classes from './schedule.module.css'
import { EndFields } from './end-fields'
import { ExcludedDates } from './excluded-dates'
import { RepeatFields } from './repeat-fields'
import { WallTimeInput } from './wall-time-input'

interface ScheduleSectionProps {
  readonly form: CampaignForm
  /** What the engine's calendar says while the schedule is being typed, by form path. */
  readonly previewErrors: Readonly<Record<string, string>>
}

/** When it runs: frequency first, because it decides which fields follow. */
export function ScheduleSection({ form, previewErrors }: ScheduleSectionProps) {
  const { t } = useTranslation('campaigns')
  const isNarrow = useIsNarrow()
  const schedule = form.values.schedule_settings
  const errorOf = (field: string) =>
    errorAt(form.errors, `schedule_settings.${field}`) ?? errorAt(previewErrors, `schedule_settings.${field}`)
  return (
    <>
      <Input.Wrapper label={t('schedule.frequency')} labelElement="div">
        <SegmentedControl
          fullWidth
          // Five words beside the preview: in Vietnamese the last one would be cut off.
          size={isNarrow ? 'xs' : 'sm'}
          aria-label={t('schedule.frequency')}
          data={FREQUENCIES.map((frequency) => ({
            value: frequency,
            label: t(`schedule.frequencies.${frequency}`)
          }))}
          value={schedule.frequency}
          onChange={(frequency) => form.setFieldValue('schedule_settings.frequency', frequency)}
        />
      </Input.Wrapper>
      <div className={classes['startLine']}>
        <WallTimeInput
          value={schedule.start_time}
          zone={schedule.timezone}
          error={errorOf('start_time')}
          onChange={(start) => form.setFieldValue('schedule_settings.start_time', start)}
        />
        <ZoneSelect
          label={t('schedule.zone')}
          value={schedule.timezone}
          error={errorOf('timezone')}
          onChange={(zone) => form.setFieldValue('schedule_settings.timezone', zone)}
        />
      </div>
      {schedule.frequency !== 'once' && (
        <>
          <RepeatFields form={form} errorOf={errorOf} />
          <EndFields form={form} errorOf={errorOf} />
          <ExcludedDates
            value={schedule.exclude_dates}
            error={errorOf('exclude_dates')}
            onChange={(dates) => form.setFieldValue('schedule_settings.exclude_dates', dates)}
          />
        </>
      )}
    </>
  )
}
