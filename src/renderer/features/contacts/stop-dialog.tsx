import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { CONTACT_LIMITS } from '../../../shared/domain/contact'
import { stopContacting } from '../../ui/stop-contacting'

interface StopFormProps {
  readonly ids: readonly string[]
  readonly onDone: () => void
}

function StopForm({ ids, onDone }: StopFormProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const [channels, setChannels] = useState<readonly string[]>(CHANNEL_IDS)
  const [reason, setReason] = useState(t('stop.reason_default'))
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const chosen = CHANNEL_IDS.filter((channel) => channels.includes(channel))
    if (await stopContacting({ ids, channels: chosen, reason })) onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text size="sm">{t('stop.text')}</Text>
        <Checkbox.Group label={t('stop.channels')} value={[...channels]} onChange={setChannels}>
          <Group gap="md" mt={6}>
            {CHANNEL_IDS.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`common:channels.${channel}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <TextInput
          data-autofocus
          label={t('stop.reason')}
          maxLength={CONTACT_LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Alert color="yellow">{t('stop.lasting')}</Alert>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={channels.length === 0}>
            {t('stop.confirm', { count: ids.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Asks on which channels and why, then marks everybody. The mark stays whatever happens to the list. */
export function askToStop(ids: readonly string[]): void {
  const id = modals.open({
    title: i18next.t('stop.title', { ns: 'contacts', count: ids.length }),
    centered: true,
    closeButtonProps: { 'aria-label': i18next.t('actions.close') },
    children: <StopForm ids={ids} onDone={() => modals.close(id)} />
  })
}
