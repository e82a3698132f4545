import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core'
import i18next from 'i18next'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_LIMITS } from '../../../../shared/domain/contact'
import { tagContacts, useContactsStore } from '../../../stores/contacts-store'
import { errorText } from '../../../ui/error-text'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'

interface TagDialogProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Gives many contacts a tag, or takes it from them. */
export function TagDialog({ ids, onClose }: TagDialogProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const tags = useContactsStore((state) => state.tags)
  const [tag, setTag] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (on: boolean) => {
    const changed = await tagContacts(ids, tag.trim(), on)
    if (!changed.ok) return setProblem(errorText(changed.error))
    onClose()
    const count = changed.value.length
    showToast({
      message: () =>
        i18next.t(on ? 'contacts:tagging.added' : 'contacts:tagging.removed', { count, tag: tag.trim() }),
      ...(count > 0 && {
        action: {
          label: () => i18next.t('actions.undo'),
          onClick: () => void undoTag(changed.value, tag.trim(), !on)
        }
      })
    })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (tag.trim() !== '') void change(true)
  }
  return (
    <Modal
      opened
      centered
      title={t('tagging.title', { count: ids.length })}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Autocomplete
            data-autofocus
            label={t('tagging.tag')}
            description={t('tagging.hint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            data={tags.map((each) => each.tag)}
            maxLength={CONTACT_LIMITS.tag}
            value={tag}
            error={problem}
            onChange={(value) => {
              setTag(value)
              setProblem(null)
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={tag.trim() === ''} onClick={() => void change(false)}>
              {t('tagging.remove')}
            </Button>
            <Button type="submit" disabled={tag.trim() === ''}>
              {t('tagging.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

async function undoTag(ids: readonly string[], tag: string, on: boolean): Promise<void> {
  const undone = reportFailure(await tagContacts(ids, tag, on))
  if (undone.ok) showToast({ message: () => i18next.t('contacts:tagging.undone') })
}
