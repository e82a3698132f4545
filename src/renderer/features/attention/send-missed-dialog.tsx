import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Approval } from '../../../shared/domain/rehearsal'
import type { RunSummary } from '../../../shared/domain/run'
import type { SendPlan } from '../../../shared/ipc/views'
import { openPage } from '../../stores/navigation-store'
import { prepareMissedRun, sendMissed } from '../../stores/run-commands'
import { SendNowDialog } from '../../ui/send-now-dialog'

interface SendMissedDialogProps {
  readonly run: RunSummary
  readonly onClose: () => void
}

/** Says whom a missed slot reaches now, and through which gateway, before it is sent. */
export function SendMissedDialog({ run, onClose }: SendMissedDialogProps) {
  const { t } = useTranslation('attention')
  const send = async (_plan: SendPlan, approval: Approval) => {
    const sent = await sendMissed(run.id, approval)
    if (sent.ok) await openPage('runs', { run_id: sent.value.id })
    return sent
  }
  return (
    <SendNowDialog
      title={t('missed.dialog_title', { name: run.campaign_name })}
      prepare={() => prepareMissedRun(run.id)}
      confirm={t('missed.send')}
      send={send}
      onClose={onClose}
    >
      {({ contacts }) => <Text size="sm">{t('missed.dialog_gets', { count: contacts })}</Text>}
    </SendNowDialog>
  )
}
