import { Alert, Anchor } from '@mantine/core'
import { IconAlertTriangle, IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GatewayId } from '../../../../shared/domain/settings'

interface TestSendGatewayProps {
  readonly gateway: GatewayId
  /** A call is among what is sent. */
  readonly rings: boolean
  readonly onInbox: () => void
}

/** Through which gateway a test goes, and what that means. */
export function TestSendGateway({ gateway, rings, onInbox }: TestSendGatewayProps) {
  const { t } = useTranslation(['message', 'common'])
  if (gateway === 'practice') {
    return (
      <Alert role="note" color="yellow" icon={<IconFlask aria-hidden />}>
        {t('test.practice')}{' '}
        <Anchor component="button" type="button" inherit underline="always" c="inherit" onClick={onInbox}>
          {t('test.open_inbox')}
        </Anchor>
      </Alert>
    )
  }
  return (
    <Alert role="note" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('test.live_title')}>
      {t('test.live', { gateway: t(`gateways.${gateway}`, { ns: 'common' }) })}
      {rings && ` ${t('test.live_call')}`}
    </Alert>
  )
}
