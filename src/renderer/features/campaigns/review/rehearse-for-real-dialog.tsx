import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/app-error'
import type { Campaign } from '../../../../shared/domain/campaign'
import { type ChannelId, perChannel } from '../../../../shared/domain/channel'
import { PRACTICE_MODES, type PracticeMode, type PracticeModes } from '../../../../shared/domain/practice'
import { prepareManualRun } from '../../../stores/campaigns-store'
import { openPage } from '../../../stores/navigation-store'
import { rehearseForReal } from '../../../stores/rehearsal-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { errorText } from '../../../ui/error-text'

interface RehearseForRealDialogProps {
  readonly campaign: Campaign
  readonly onClose: () => void
}

/** The same run through the practice gateway, which answers as it is told: nobody gets anything. */
export function RehearseForRealDialog({ campaign, onClose }: RehearseForRealDialogProps) {
  const { t } = useTranslation(['rehearsal', 'practice', 'common'])
  const [modes, setModes] = useState<PracticeModes>(perChannel(() => 'accept' as const))
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const choose = (channel: ChannelId, mode: PracticeMode | null) => {
    if (mode !== null) setModes({ ...modes, [channel]: mode })
  }
  const start = async () => {
    setBusy(true)
    const plan = await prepareManualRun(campaign._id)
    const started = plan.ok ? await rehearseForReal(campaign._id, plan.value.run_id, modes) : plan
    setBusy(false)
    if (!started.ok) return setError(started.error)
    onClose()
    await openPage('runs', { run_id: started.value.id })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('for_real.title', { name: campaign.name })}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('for_real.text')}</Text>
        {campaign.flow.map((channel) => (
          <Select
            key={channel}
            label={t(`common:channels.${channel}`)}
            aria-label={t('practice:mode_label', { channel: t(`common:channels.${channel}`) })}
            leftSection={<ChannelIcon channel={channel} />}
            data={PRACTICE_MODES.map((mode) => ({ value: mode, label: t(`practice:modes.${mode}`) }))}
            value={modes[channel]}
            allowDeselect={false}
            description={t(`practice:mode_explained.${modes[channel]}`)}
            inputWrapperOrder={['label', 'input', 'description']}
            onChange={(mode) => choose(channel, mode)}
          />
        ))}
        <Alert color="yellow" icon={<IconFlask aria-hidden />}>
          {t('for_real.nobody')}
        </Alert>
        {error !== null && <Alert color="red">{errorText(error)}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button data-autofocus disabled={busy} onClick={() => void start()}>
            {t('for_real.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
