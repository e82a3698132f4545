import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

interface Toast {
  readonly message: string
  readonly kind?: 'done' | 'failed'
  /** One way back or on, for example "Undo". */
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

/** Failures and offers stay long enough to be read and clicked; a plain "done" goes by itself. */
const DONE_MS = 4_000
const LASTING_MS = 12_000

/** Says one thing in the corner of the window, without stopping the operator. */
export function showToast({ message, kind = 'done', action }: Toast): void {
  const id = crypto.randomUUID()
  const act = () => {
    notifications.hide(id)
    action?.onClick()
  }
  notifications.show({
    id,
    color: kind === 'failed' ? 'red' : 'iris',
    role: kind === 'failed' ? 'alert' : 'status',
    autoClose: kind === 'failed' || action ? LASTING_MS : DONE_MS,
    closeButtonProps: { 'aria-label': i18next.t('actions.close') },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {action && (
          <Button size="compact-sm" variant="default" flex="none" onClick={act}>
            {action.label}
          </Button>
        )}
      </Group>
    )
  })
}
