import { Button, FocusTrap, Popover } from '@mantine/core'
import { Calendar } from '@mantine/dates'
import { IconCalendarOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendarProps } from './calendar-props'

interface DatePickButtonProps {
  readonly value: readonly string[]
  readonly onChange: (dates: string[]) => void
}

/** Opens a calendar on which days are ticked and unticked, as many as one likes. */
export function DatePickButton({ value, onChange }: DatePickButtonProps) {
  const { t } = useTranslation('calendar')
  const [isOpen, setIsOpen] = useState(false)
  const calendar = useCalendarProps()
  const chosen = useMemo(() => new Set(value), [value])

  const toggle = (date: string) =>
    onChange(chosen.has(date) ? value.filter((each) => each !== date) : [...value, date].sort())
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      withRoles={false}
      shadow="md"
      radius="lg"
      position="bottom-start"
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          leftSection={<IconCalendarOff size={15} aria-hidden />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('excluded.pick')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FocusTrap active>
          <div role="dialog" aria-label={t('excluded.pick')}>
            {/* Not its own list of many dates: every day would be compared with all of them. */}
            <Calendar
              {...calendar}
              getDayProps={(date) => ({
                selected: chosen.has(date),
                'aria-pressed': chosen.has(date),
                onClick: () => toggle(date)
              })}
            />
          </div>
        </FocusTrap>
      </Popover.Dropdown>
    </Popover>
  )
}
