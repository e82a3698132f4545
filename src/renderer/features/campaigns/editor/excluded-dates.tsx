import { DatePickerInput } from '@mantine/dates'
import { IconCalendarOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCalendarProps } from './calendar-props'

interface ExcludedDatesProps {
  readonly value: readonly string[]
  readonly error: string | undefined
  readonly onChange: (dates: string[]) => void
}

/** Holidays and the like. */
export function ExcludedDates({ value, error, onChange }: ExcludedDatesProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const calendar = useCalendarProps()
  return (
    <DatePickerInput
      type="multiple"
      label={t('schedule.exclude')}
      description={t('schedule.exclude_hint')}
      placeholder={t('schedule.exclude_placeholder')}
      valueFormat="DD/MM/YYYY"
      leftSection={<IconCalendarOff size={16} aria-hidden />}
      clearable
      // Its role would be a dialog without a name.
      popoverProps={{ withRoles: false }}
      clearButtonProps={{ 'aria-label': t('actions.clear', { ns: 'common' }) }}
      value={[...value]}
      error={error}
      onChange={(dates) => onChange([...dates].sort())}
      {...calendar}
    />
  )
}
