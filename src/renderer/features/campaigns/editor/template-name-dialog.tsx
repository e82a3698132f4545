import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** As long as a name may be (see `messageTemplateSchema`). */
const LONGEST_NAME = 200

interface TemplateNameDialogProps {
  readonly title: string
  /** The button that does it: a verb. */
  readonly confirm: string
  readonly name: string
  /** Names that are there already: they would be replaced. */
  readonly taken: readonly string[]
  /** True when it is done. */
  readonly onName: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for the name of a template. */
export function TemplateNameDialog({
  title,
  confirm,
  name,
  taken,
  onName,
  onClose
}: TemplateNameDialogProps) {
  const { t } = useTranslation(['message', 'common'])
  const [typed, setTyped] = useState(name)
  const [isBusy, setBusy] = useState(false)
  const wanted = typed.trim()
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    // The editor is a form too, and would take this for its own.
    event.stopPropagation()
    setBusy(true)
    if (await onName(wanted)) onClose()
    setBusy(false)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('templates.name')}
            placeholder={t('templates.name_placeholder')}
            maxLength={LONGEST_NAME}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {wanted !== name && taken.includes(wanted) && <Text size="sm">{t('templates.replaces')}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('actions.cancel', { ns: 'common' })}
            </Button>
            <Button type="submit" disabled={wanted === '' || isBusy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
