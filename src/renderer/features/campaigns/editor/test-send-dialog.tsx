import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { openPage } from '../../../stores/navigation-store'
import { useSettingsStore } from '../../../stores/settings-store'
import { errorText } from '../../../ui/error-text'
import { MessagePersonSelect } from './message-person-select'
import type { PreviewPerson } from './message-person'
import type { AskedMessage } from './message-texts'
import { TestSendGateway } from './test-send-gateway'
import { TestSendLine } from './test-send-line'
import { useTestSend } from './test-send-run'
import classes from './test-send.module.css'

interface TestSendDialogProps {
  readonly message: AskedMessage
  readonly flow: readonly ChannelId[]
  readonly person: PreviewPerson
  readonly onClose: () => void
}

/** Sends the message as it is typed to the operator's own addresses, and says what became of it on each channel. */
export function TestSendDialog({ message, flow, person, onClose }: TestSendDialogProps) {
  const { t } = useTranslation(['message', 'common'])
  const gateway = useSettingsStore((state) => state.settings?.gateway ?? 'practice')
  const test = useTestSend(flow)
  const isLive = gateway !== 'practice'
  return (
    <Modal
      opened
      size={540}
      onClose={onClose}
      title={t('test.title')}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      <Stack gap="md">
        <Text size="sm">{t('test.intro')}</Text>
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('test.person')}
          </Text>
          <MessagePersonSelect person={person} label={t('test.person')} />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('test.addresses')}
          </Text>
          <ul className={classes['lines']}>
            {flow.map((channel) => (
              <TestSendLine
                key={channel}
                channel={channel}
                line={test.lines[channel]}
                fault={test.faultOf(channel)}
                isSending={test.isSending && test.lines[channel].isTicked}
                isPractice={!isLive}
                result={test.results?.find((result) => result.channel === channel) ?? null}
                onChange={(part) => test.change(channel, part)}
              />
            ))}
          </ul>
          {test.isNothingTicked && (
            <Text size="sm" c="red" role="alert" mt={6}>
              {t('test.nothing_ticked')}
            </Text>
          )}
        </div>
        <TestSendGateway
          gateway={gateway}
          rings={test.lines.ai_call.isTicked && flow.includes('ai_call')}
          onInbox={() => {
            onClose()
            void openPage('practice')
          }}
        />
        {test.error !== null && (
          <Alert color="red" role="alert">
            {errorText(test.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('actions.close', { ns: 'common' })}
          </Button>
          <Button
            color={isLive ? 'red' : undefined}
            loading={test.isSending}
            onClick={() => void test.send(message, person.contact?._id ?? null)}
          >
            {t(test.results === null ? 'test.send' : 'test.send_again')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
