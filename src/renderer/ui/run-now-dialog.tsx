import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../shared/domain/campaign'
import type { ManualRunPlan } from '../../shared/ipc/views'
import { prepareManualRun, runNow } from '../stores/campaigns-store'
import { openPage } from '../stores/navigation-store'
import { ReachByChannel } from './reach-by-channel'
import { SendDialog } from './send-dialog'

interface RunNowDialogProps {
  readonly campaign: Campaign
  readonly onClose: () => void
}

const reachesAnybody = ({ reachable }: ManualRunPlan): boolean =>
  Object.values(reachable).some((count) => count > 0)

/** Says what "run now" is about to do, and through which gateway, before it does. */
export function RunNowDialog({ campaign, onClose }: RunNowDialogProps) {
  const { t } = useTranslation('campaigns')
  const send = async ({ run_id: runId }: ManualRunPlan) => {
    const started = await runNow(campaign._id, runId)
    if (started.ok) await openPage('runs', { run_id: started.value.id })
    return started
  }
  return (
    <SendDialog
      title={t('run_now.title', { name: campaign.name })}
      prepare={() => prepareManualRun(campaign._id)}
      isPossible={reachesAnybody}
      confirm={t('run_now.confirm')}
      send={send}
      onClose={onClose}
    >
      {(plan) => (
        <>
          <Text size="sm">{t('run_now.gets', { count: plan.contacts })}</Text>
          <ReachByChannel reachable={plan.reachable} flow={campaign.flow} />
          {!reachesAnybody(plan) && <Alert color="yellow">{t('run_now.nobody')}</Alert>}
        </>
      )}
    </SendDialog>
  )
}
