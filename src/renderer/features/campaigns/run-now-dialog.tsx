import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFlask } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/app-error'
import type { Campaign } from '../../../shared/domain/campaign'
import type { ManualRunPlan } from '../../../shared/ipc/views'
import { prepareManualRun, runNow } from '../../stores/campaigns-store'
import { openPage } from '../../stores/navigation-store'
import { errorText } from '../../ui/error-text'
import { ReachByChannel } from './reach-by-channel'

interface RunNowDialogProps {
  readonly campaign: Campaign
  readonly onClose: () => void
}

/** Says what "run now" is about to do, and through which gateway, before it does. */
export function RunNowDialog({ campaign, onClose }: RunNowDialogProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const [plan, setPlan] = useState<ManualRunPlan | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [starting, setStarting] = useState(false)

  useEffect(() => {
    let open = true
    void prepareManualRun(campaign._id).then((prepared) => {
      if (!open) return
      if (prepared.ok) setPlan(prepared.value)
      else setError(prepared.error)
    })
    return () => {
      open = false
    }
  }, [campaign._id])

  const start = async (runId: string) => {
    setStarting(true)
    const started = await runNow(campaign._id, runId)
    if (started.ok) {
      onClose()
      await openPage('runs', { run_id: started.value.id })
      return
    }
    setError(started.error)
    setStarting(false)
  }

  const live = plan !== null && plan.gateway !== 'practice'
  const reachable = plan !== null && Object.values(plan.reachable).some((count) => count > 0)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('run_now.title', { name: campaign.name })}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      <Stack gap="md">
        {plan === null && error === null && <Skeleton height={120} aria-label={t('run_now.preparing')} />}
        {plan !== null && (
          <>
            <Text size="sm">{t('run_now.gets', { count: plan.contacts })}</Text>
            <ReachByChannel reachable={plan.reachable} flow={campaign.flow} />
            {!reachable && <Alert color="yellow">{t('run_now.nobody')}</Alert>}
            {live ? (
              <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('run_now.live_title')}>
                {t('run_now.live', { gateway: t(`gateways.${plan.gateway}`, { ns: 'common' }) })}
              </Alert>
            ) : (
              <Alert color="yellow" icon={<IconFlask aria-hidden />}>
                {t('run_now.practice')}
              </Alert>
            )}
          </>
        )}
        {error !== null && <Alert color="red">{errorText(error)}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel', { ns: 'common' })}
          </Button>
          <Button
            data-autofocus
            color={live ? 'red' : undefined}
            disabled={plan === null || !reachable || starting}
            onClick={() => {
              if (plan !== null) void start(plan.run_id)
            }}
          >
            {live ? t('run_now.confirm_live') : t('run_now.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
