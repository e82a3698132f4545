import { Button, Input } from '@mantine/core'
import { IconCalendarStar, IconClipboardText } from '@tabler/icons-react'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../../../stores/settings-store'
import { showToast } from '../../../ui/toast'
import { useNow } from '../../../ui/use-now'
import { dateAt } from '../../../ui/zone-days'
import { DateChips } from './date-chips'
import { DatePickButton } from './date-pick-button'
import classes from './excluded-dates.module.css'
import { HolidayDialog } from './holiday-dialog'
import { PasteDatesDialog } from './paste-dates-dialog'
import { useLatest } from './use-latest'

interface ExcludedDatesProps {
  /** Ascending. */
  readonly value: readonly string[]
  readonly error: string | undefined
  readonly onChange: (dates: string[]) => void
}

const HOUR_MS = 3_600_000

const joined = (dates: readonly string[], others: readonly string[]): string[] =>
  [...new Set([...dates, ...others])].sort()

/** Holidays and the like: picked on a calendar, pasted, or taken from the public holidays. */
export function ExcludedDates({ value, error, onChange }: ExcludedDatesProps) {
  const { t } = useTranslation(['campaigns', 'calendar', 'common'])
  const [dialog, setDialog] = useState<'paste' | 'holidays' | null>(null)
  const today = dateAt(useLocalZone(), useNow(HOUR_MS))
  const latest = useLatest({ value, onChange })

  const takeAway = (dates: readonly string[]) => {
    const gone = new Set(dates)
    onChange(value.filter((date) => !gone.has(date)))
    if (dates.length === 1) return
    showToast({
      message: () => i18next.t('calendar:excluded.removed', { count: dates.length }),
      action: {
        label: () => i18next.t('actions.undo'),
        onClick: () => latest.current.onChange(joined(latest.current.value, dates))
      }
    })
  }
  const shared = {
    value,
    today,
    onAdd: (dates: readonly string[]) => onChange(joined(value, dates)),
    onClose: () => setDialog(null)
  }
  return (
    <div>
      <Input.Wrapper
        label={t('schedule.exclude')}
        labelElement="div"
        description={t('schedule.exclude_hint')}
        error={error}
      >
        <div className={classes['actions']} role="group" aria-label={t('schedule.exclude')}>
          <DatePickButton value={value} onChange={onChange} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconClipboardText size={15} aria-hidden />}
            onClick={() => setDialog('paste')}
          >
            {t('calendar:excluded.paste')}
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconCalendarStar size={15} aria-hidden />}
            onClick={() => setDialog('holidays')}
          >
            {t('calendar:excluded.holidays')}
          </Button>
        </div>
      </Input.Wrapper>
      {value.length > 0 && <DateChips dates={value} today={today} onRemove={takeAway} />}
      {value.length > 1 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt={6}
          className={classes['far']}
          onClick={() => takeAway(value)}
        >
          {t('calendar:excluded.remove_all')}
        </Button>
      )}
      {dialog === 'paste' && <PasteDatesDialog {...shared} />}
      {dialog === 'holidays' && <HolidayDialog {...shared} />}
    </div>
  )
}
