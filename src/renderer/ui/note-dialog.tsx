import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** As long as a note may be (see `noteSchema`). */
const LONGEST_NOTE = 500

interface NoteQuestion {
  readonly title: string
  readonly body: string
  /** The button that does it: a verb. */
  readonly confirm: string
  readonly danger?: boolean
}

interface NoteFormProps extends NoteQuestion {
  readonly onDone: (note: string | null) => void
}

function NoteForm({ body, confirm, danger = false, onDone }: NoteFormProps) {
  const { t } = useTranslation(['runs', 'common'])
  const [note, setNote] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onDone(note.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{body}</Text>
        <TextInput
          data-autofocus
          label={t('actions.note')}
          description={t('actions.note_hint')}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onDone(null)}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" color={danger ? 'red' : undefined}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Asks, with room for the operator's own words. Resolves to them (empty when there are none); null is a no. */
export const askWithNote = (question: NoteQuestion): Promise<string | null> =>
  new Promise((resolve) => {
    const id = modals.open({
      title: question.title,
      centered: true,
      closeButtonProps: { 'aria-label': i18next.t('actions.close') },
      onClose: () => resolve(null),
      children: (
        <NoteForm
          {...question}
          onDone={(note) => {
            resolve(note)
            modals.close(id)
          }}
        />
      )
    })
  })
