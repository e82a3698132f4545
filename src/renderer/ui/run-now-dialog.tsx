import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../shared/domain/campaign'
import type { Approval } from '../../shared/domain/rehearsal'
import type { ManualRunPlan } from '../../shared/ipc/views'
import { prepareManualRun, runNow } from '../stores/campaigns-store'
import { openPage } from '../stores/navigation-store'
import { SendNowDialog } from './send-now-dialog'

interface RunNowDialogProps {
  readonly campaign: Campaign
  readonly onClose: () => void
}

/** Says what "run now" is about to do before it does. */
export function RunNowDialog({ campaign, onClose }: RunNowDialogProps) {
  const { t } = useTranslation('campaigns')
  const send = async ({ run_id: runId }: ManualRunPlan, approval: Approval) => {
    const started = await runNow(campaign._id, runId, approval)
    if (started.ok) await openPage('runs', { run_id: started.value.id })
    return started
  }
  return (
    <SendNowDialog
      title={t('run_now.title', { name: campaign.name })}
      prepare={() => prepareManualRun(campaign._id)}
      confirm={t('run_now.confirm')}
      send={send}
      onClose={onClose}
    >
      {({ contacts }) => <Text size="sm">{t('run_now.gets', { count: contacts })}</Text>}
    </SendNowDialog>
  )
}
