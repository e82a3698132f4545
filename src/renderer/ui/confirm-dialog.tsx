import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'

interface Question {
  readonly title: string
  readonly body: string
  /** The button that does it: a verb, never "OK". */
  readonly confirm: string
  readonly cancel?: string
  /** It cannot be undone: red, and the focus starts on the way back. */
  readonly danger?: boolean
}

/** Asks and resolves to the answer; closing the dialog is a no. */
export const askToConfirm = ({ title, body, confirm, cancel, danger = false }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      centered: true,
      children: <Text size="sm">{body}</Text>,
      labels: { confirm, cancel: cancel ?? i18next.t('actions.cancel') },
      confirmProps: { color: danger ? 'red' : undefined, ...(danger ? {} : { 'data-autofocus': true }) },
      cancelProps: danger ? { 'data-autofocus': true } : {},
      closeButtonProps: { 'aria-label': i18next.t('actions.close') },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false)
    })
  })
