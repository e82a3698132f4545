import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { RunSummary } from '../../../../shared/domain/run'
import type { RetryPlan } from '../../../../shared/ipc/views'
import { openPage } from '../../../stores/navigation-store'
import { planRetry, retryFailed } from '../../../stores/run-commands'
import { SendDialog } from '../../../ui/send-dialog'
import classes from './run.module.css'

interface RetryDialogProps {
  readonly run: RunSummary
  readonly onClose: () => void
}

/** Says what failed and is tried again, and asks with which text. */
export function RetryDialog({ run, onClose }: RetryDialogProps) {
  const { t } = useTranslation(['runs', 'common'])
  const [text, setText] = useState<'original' | 'current'>('original')
  const send = async ({ run_id: retryId }: RetryPlan) => {
    const started = await retryFailed(run.id, retryId, text)
    if (started.ok) await openPage('runs', { run_id: started.value.id })
    return started
  }
  return (
    <SendDialog
      title={t('retry.title', { name: run.campaign_name })}
      prepare={() => planRetry(run.id)}
      isPossible={({ deliveries }) => deliveries > 0}
      confirm={t('retry.confirm')}
      send={send}
      onClose={onClose}
    >
      {(plan) => (
        <>
          <Text size="sm">{t('retry.gets', { count: plan.deliveries })}</Text>
          <Text size="sm" c="dimmed">
            {CHANNEL_IDS.filter((channel) => plan.by_channel[channel] !== undefined)
              .map((channel) => `${t(`common:channels.${channel}`)}: ${plan.by_channel[channel] ?? 0}`)
              .join(' · ')}
          </Text>
          {plan.text_changed ? (
            <Radio.Group
              label={t('retry.text')}
              value={text}
              onChange={(value) => setText(value === 'current' ? 'current' : 'original')}
            >
              <Stack gap="xs" mt={6}>
                <TextChoice value="original" label={t('retry.original')} text={plan.original_text} />
                <TextChoice value="current" label={t('retry.current')} text={plan.current_text} />
              </Stack>
            </Radio.Group>
          ) : (
            <Text size="sm" c="dimmed">
              {t('retry.same')}
            </Text>
          )}
        </>
      )}
    </SendDialog>
  )
}

interface TextChoiceProps {
  readonly value: 'original' | 'current'
  readonly label: string
  readonly text: string
}

function TextChoice({ value, label, text }: TextChoiceProps) {
  return (
    <Radio.Card value={value} className={classes['textChoice']}>
      <Radio.Indicator size="sm" />
      <div>
        <strong>{label}</strong>
        <p>{text}</p>
      </div>
    </Radio.Card>
  )
}
