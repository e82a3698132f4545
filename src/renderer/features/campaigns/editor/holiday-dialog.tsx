import { Alert, Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '../../../../shared/domain/calendar'
import { formatDate } from '../../../../shared/text/date-format'
import { useHolidays } from '../../../stores/holidays-store'
import { utcDate } from '../wall-time'
import classes from './excluded-dates.module.css'

interface HolidayDialogProps {
  readonly value: readonly string[]
  readonly today: string
  readonly onAdd: (dates: readonly string[]) => void
  readonly onClose: () => void
}

const keyOf = ({ name, year }: Holiday): string => `${name} ${year}`

/** The public holidays of Vietnam, this year and the next: what is ticked is added. */
export function HolidayDialog({ value, today, onAdd, onClose }: HolidayDialogProps) {
  const { t } = useTranslation(['calendar', 'common'])
  const thisYear = Number(today.slice(0, 4))
  const holidays = useHolidays(thisYear, thisYear + 1)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const known = new Set(value)

  const coming = ({ dates }: Holiday) => dates.filter((date) => date >= today)
  const missing = (holiday: Holiday) => coming(holiday).filter((date) => !known.has(date))
  const added = new Set(holidays.filter((holiday) => !left.has(keyOf(holiday))).flatMap(missing))
  const toggle = (holiday: Holiday) => {
    const next = new Set(left)
    if (!next.delete(keyOf(holiday))) next.add(keyOf(holiday))
    setLeft(next)
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('excluded.holidays')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <div className={classes['holidays']}>
          {[thisYear, thisYear + 1].map((year) => (
            <fieldset key={year}>
              <legend>{year}</legend>
              {holidays
                .filter((holiday) => holiday.year === year)
                .map((holiday) => (
                  <HolidayBox
                    key={keyOf(holiday)}
                    holiday={holiday}
                    isOver={coming(holiday).length === 0}
                    isKnown={coming(holiday).length > 0 && missing(holiday).length === 0}
                    isTicked={!left.has(keyOf(holiday))}
                    onToggle={() => toggle(holiday)}
                  />
                ))}
            </fieldset>
          ))}
        </div>
        <Alert color="iris" icon={<IconInfoCircle aria-hidden />}>
          {t('excluded.holidays_vary')}
        </Alert>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={added.size === 0}
            onClick={() => {
              onAdd([...added])
              onClose()
            }}
          >
            {t('excluded.add', { count: added.size })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface HolidayBoxProps {
  readonly holiday: Holiday
  /** All of it lies behind us. */
  readonly isOver: boolean
  /** All that is to come of it is excluded already. */
  readonly isKnown: boolean
  readonly isTicked: boolean
  readonly onToggle: () => void
}

function HolidayBox({ holiday, isOver, isKnown, isTicked, onToggle }: HolidayBoxProps) {
  const { t, i18n } = useTranslation('calendar')
  const named = (date: string | undefined) =>
    date === undefined ? '' : formatDate(utcDate(date), 'UTC', i18n.language, utcDate(date))
  const [first, last] = [named(holiday.dates[0]), named(holiday.dates.at(-1))]
  const dates = first === last ? first : t('range', { from: first, to: last })
  const note = isOver ? t('excluded.over') : isKnown ? t('excluded.excluded_already') : ''
  return (
    <Checkbox
      label={t(`holidays.${holiday.name}`)}
      description={note === '' ? dates : `${dates} · ${note}`}
      checked={isKnown || (isTicked && !isOver)}
      disabled={isOver || isKnown}
      onChange={onToggle}
    />
  )
}
