import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type ClipboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_EXCLUDED_DATES } from '../../../../shared/domain/schedule'
import classes from './excluded-dates.module.css'
import { parseDates, type ParsedDates } from './parse-dates'

interface PasteDatesDialogProps {
  readonly value: readonly string[]
  readonly today: string
  readonly onAdd: (dates: readonly string[]) => void
  readonly onClose: () => void
}

/** As long as a list of as many dates as there may be, with room to spare. A field with more than that becomes slow. */
const LONGEST_SHOWN = 100_000

/** Takes a list of dates from elsewhere, and says which pieces of it are no dates before anything is added. */
export function PasteDatesDialog({ value, today, onAdd, onClose }: PasteDatesDialogProps) {
  const { t } = useTranslation(['calendar', 'common'])
  const [text, setText] = useState('')
  /** What was found in something too long to be shown; the field then holds the dates of it. */
  const [ofLong, setOfLong] = useState<ParsedDates | null>(null)
  const read = useDeferredValue(text)
  const ofText = useMemo(() => parseDates(read, today), [read, today])
  const parsed = ofLong ?? ofText
  const known = useMemo(() => new Set(value), [value])
  const added = parsed.dates.filter((date) => !known.has(date))
  const isTooMany = value.length + added.length > MOST_EXCLUDED_DATES

  const takeLong = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (pasted.length <= LONGEST_SHOWN) return
    event.preventDefault()
    const found = parseDates(pasted, today)
    setText(found.dates.join('\n').slice(0, LONGEST_SHOWN))
    setOfLong(found)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('excluded.paste_title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Textarea
          data-autofocus
          label={t('excluded.paste_label')}
          description={t('excluded.paste_hint')}
          placeholder={'2026-02-17\n17/02/2026, 18.2.2026\n30/4'}
          rows={7}
          spellCheck={false}
          value={text}
          onPaste={takeLong}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setOfLong(null)
          }}
        />
        <div role="status">
          {(read !== '' || ofLong !== null) && (
            <FoundDates parsed={parsed} known={parsed.dates.length - added.length} />
          )}
        </div>
        {parsed.wrong_count > 0 && <WrongDates parsed={parsed} />}
        {isTooMany && (
          <Alert color="red">
            {t('excluded.over_limit', { total: value.length + added.length, maximum: MOST_EXCLUDED_DATES })}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button
            disabled={added.length === 0 || isTooMany || read !== text}
            onClick={() => {
              onAdd(added)
              onClose()
            }}
          >
            {t('excluded.add', { count: added.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface FoundDatesProps {
  readonly parsed: ParsedDates
  /** How many of them are excluded already. */
  readonly known: number
}

function FoundDates({ parsed, known }: FoundDatesProps) {
  const { t } = useTranslation('calendar')
  const parts = [
    t('excluded.found', { count: parsed.dates.length }),
    ...(known > 0 ? [t('excluded.known', { count: known })] : []),
    ...(parsed.wrong_count > 0 ? [t('excluded.wrong', { count: parsed.wrong_count })] : [])
  ]
  return <p className={classes['found']}>{parts.join(' ')}</p>
}

function WrongDates({ parsed }: Pick<FoundDatesProps, 'parsed'>) {
  const { t } = useTranslation('calendar')
  const more = parsed.wrong_count - parsed.wrong.length
  return (
    <ul className={classes['wrong']} tabIndex={0} aria-label={t('excluded.wrong_label')}>
      {parsed.wrong.map(({ line, text, problem }, index) => (
        <li key={index}>
          <span className={classes['line']}>{t('excluded.line', { line })}</span> “{text}”:{' '}
          {t(`excluded.problems.${problem}`)}
        </li>
      ))}
      {more > 0 && <li className={classes['line']}>{t('more', { count: more })}</li>}
    </ul>
  )
}
