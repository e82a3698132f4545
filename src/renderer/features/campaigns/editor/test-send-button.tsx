import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { textOf } from '../../../../shared/domain/campaign'
import type { PreviewPerson } from './message-person'
import type { AskedMessage } from './message-texts'
import { TestSendDialog } from './test-send-dialog'

interface TestSendButtonProps {
  readonly message: AskedMessage
  readonly flow: readonly ChannelId[]
  readonly person: PreviewPerson
  readonly isDisabled: boolean
}

/** Opens the dialog that sends the message to the operator, once there is something to send. */
export function TestSendButton({ message, flow, person, isDisabled }: TestSendButtonProps) {
  const { t } = useTranslation('message')
  const [isOpen, setOpen] = useState(false)
  const isEmpty = flow.every((channel) => textOf(message, channel).trim() === '')
  return (
    <>
      <Button
        variant="default"
        size="xs"
        disabled={isDisabled || isEmpty}
        leftSection={<IconSend size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('test.open')}
      </Button>
      {isOpen && (
        <TestSendDialog message={message} flow={flow} person={person} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
