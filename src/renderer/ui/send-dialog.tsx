import { Alert, Button, Group, Modal, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle, IconFlask } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/app-error'
import type { GatewayId } from '../../shared/domain/settings'
import type { Result } from '../../shared/result'
import { errorText } from './error-text'

interface SendDialogProps<Plan extends { readonly gateway: GatewayId }> {
  readonly title: string
  /** Finds out what would be sent. Called once. */
  readonly prepare: () => Promise<Result<Plan>>
  /** What the plan says to the operator. */
  readonly children: (plan: Plan) => ReactNode
  /** May it be sent at all? */
  readonly isPossible: (plan: Plan) => boolean
  /** The button for the practice gateway; a live one has words of its own. */
  readonly confirm: string
  /** Null: something in the dialog has to be said first. */
  readonly send: (plan: Plan) => Promise<Result<unknown> | null>
  readonly onClose: () => void
}

/** Says what is about to be sent, and through which gateway, before it is. */
export function SendDialog<Plan extends { readonly gateway: GatewayId }>({
  title,
  prepare,
  children,
  isPossible,
  confirm,
  send,
  onClose
}: SendDialogProps<Plan>) {
  const { t } = useTranslation()
  const [plan, setPlan] = useState<Plan | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [sending, setSending] = useState(false)
  const [firstPrepare] = useState(() => prepare)

  useEffect(() => {
    let open = true
    void firstPrepare().then((prepared) => {
      if (!open) return
      if (prepared.ok) setPlan(prepared.value)
      else setError(prepared.error)
    })
    return () => {
      open = false
    }
  }, [firstPrepare])

  const start = async (planned: Plan) => {
    setSending(true)
    const sent = await send(planned)
    if (sent?.ok === true) return onClose()
    setError(sent?.error ?? null)
    setSending(false)
  }

  const isLive = plan !== null && plan.gateway !== 'practice'
  const mayStart = plan !== null && isPossible(plan) && !sending
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <Stack gap="md">
        {plan === null && error === null && <Skeleton height={120} aria-label={t('send.preparing')} />}
        {plan !== null && children(plan)}
        {plan !== null && <GatewayNote gateway={plan.gateway} />}
        {error !== null && <Alert color="red">{errorText(error)}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button
            data-autofocus
            color={isLive ? 'red' : undefined}
            disabled={!mayStart}
            onClick={() => {
              if (plan !== null) void start(plan)
            }}
          >
            {isLive ? t('send.confirm_live') : confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function GatewayNote({ gateway }: { readonly gateway: GatewayId }) {
  const { t } = useTranslation()
  if (gateway === 'practice') {
    return (
      <Alert color="yellow" icon={<IconFlask aria-hidden />}>
        {t('send.practice')}
      </Alert>
    )
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('send.live_title')}>
      {t('send.live', { gateway: t(`gateways.${gateway}`) })}
    </Alert>
  )
}
