import { Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** Words that are found when they are drawn, so that an open toast follows a switch of the language. */
type Words = () => string

interface Toast {
  readonly message: Words
  readonly kind?: 'done' | 'failed'
  /** One way back or on, for example "Undo". */
  readonly action?: { readonly label: Words; readonly onClick: () => void }
}

/** Failures and offers stay long enough to be read and clicked; a plain "done" goes by itself. */
const DONE_MS = 4_000
const LASTING_MS = 12_000

/** Says one thing at the lower edge of the page, without stopping the operator. The returned function takes it away. */
export function showToast({ message, kind = 'done', action }: Toast): () => void {
  const id = crypto.randomUUID()
  const hide = () => void notifications.hide(id)
  const act = () => {
    hide()
    action?.onClick()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    hide()
  }
  // Whoever closes it goes on where they were. Null while the focus is elsewhere.
  let before: HTMLElement | null = null
  notifications.show({
    id,
    color: kind === 'failed' ? 'red' : 'iris',
    role: kind === 'failed' ? 'alert' : 'status',
    autoClose: kind === 'failed' || action ? LASTING_MS : DONE_MS,
    onKeyDown: closeOnEscape,
    onFocus: (event) => {
      if (crossesEdge(event)) before = event.relatedTarget instanceof HTMLElement ? event.relatedTarget : null
    },
    onBlur: (event) => {
      if (crossesEdge(event)) before = null
    },
    onClose: () => before?.focus({ preventScroll: true }),
    closeButtonProps: {
      children: (
        <VisuallyHidden>
          <Said words={() => i18next.t('actions.close')} />
        </VisuallyHidden>
      )
    },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          <Said words={message} />
        </Text>
        {action && (
          <Button size="compact-sm" variant="default" flex="none" onClick={act}>
            <Said words={action.label} />
          </Button>
        )}
      </Group>
    )
  })
  return hide
}

/** Does the focus come from outside, or go there? */
const crossesEdge = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  !currentTarget.contains(relatedTarget)

function Said({ words }: { readonly words: Words }) {
  // Draws it anew when the language is switched.
  useTranslation()
  return words()
}
