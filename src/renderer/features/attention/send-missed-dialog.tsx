import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import type { RunSummary } from '../../../shared/domain/run'
import { openPage } from '../../stores/navigation-store'
import { planMissed, sendMissed } from '../../stores/run-commands'
import { ReachByChannel } from '../../ui/reach-by-channel'
import { SendDialog } from '../../ui/send-dialog'

interface SendMissedDialogProps {
  readonly run: RunSummary
  readonly onClose: () => void
}

/** Says whom a missed slot reaches now, and through which gateway, before it is sent. */
export function SendMissedDialog({ run, onClose }: SendMissedDialogProps) {
  const { t } = useTranslation('attention')
  const send = async () => {
    const sent = await sendMissed(run.id)
    if (sent.ok) await openPage('runs', { run_id: sent.value.id })
    return sent
  }
  return (
    <SendDialog
      title={t('missed.dialog_title', { name: run.campaign_name })}
      prepare={() => planMissed(run.id)}
      isPossible={({ contacts }) => contacts > 0}
      confirm={t('missed.send')}
      send={send}
      onClose={onClose}
    >
      {({ contacts, reachable }) => (
        <>
          <Text size="sm">{t('missed.dialog_gets', { count: contacts })}</Text>
          <ReachByChannel
            reachable={reachable}
            flow={CHANNEL_IDS.filter((channel) => reachable[channel] !== undefined)}
          />
        </>
      )}
    </SendDialog>
  )
}
