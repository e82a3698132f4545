import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryRef } from '../../../../shared/domain/delivery'
import type { RunSummary } from '../../../../shared/domain/run'
import { useDelivery } from '../../../stores/run-delivery'
import { errorText } from '../../../ui/error-text'
import { Foreign } from '../../../ui/foreign'
import { LoadingRows } from '../../../ui/loading-rows'
import { useReturnedFocus } from '../../../ui/use-returned-focus'
import { RetryDialog } from '../run/retry-dialog'
import { DeliveryAbout } from './delivery-about'
import { DeliverySteps } from './delivery-steps'
import { DeliveryText } from './delivery-text'
import { SentRequest } from './sent-request'

interface DeliveryDrawerProps {
  readonly run: RunSummary
  readonly delivery: DeliveryRef
  readonly onClose: () => void
}

/** Everything that is known about one delivery, and what it means; it changes while the run goes on. */
export function DeliveryDrawer({ run, delivery: ref, onClose }: DeliveryDrawerProps) {
  const { t } = useTranslation(['runs', 'common'])
  const { detail, error } = useDelivery(run.id, ref)
  const [retrying, setRetrying] = useState(false)
  useReturnedFocus()
  const name = detail?.delivery.contact_name
  return (
    <Drawer
      opened
      position="right"
      size={460}
      padding={20}
      title={<Foreign>{name === undefined || name === ref.contact_id ? t('no_name') : name}</Foreign>}
      styles={{ title: { fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' } }}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      {detail === null && error === null && <LoadingRows />}
      {detail === null && error !== null && <p role="alert">{errorText(error)}</p>}
      {detail !== null && (
        <>
          <DeliveryAbout run={run} detail={detail} onRetry={() => setRetrying(true)} onSettled={onClose} />
          <DeliveryText detail={detail} />
          <DeliverySteps detail={detail} />
          <SentRequest detail={detail} />
        </>
      )}
      {retrying && <RetryDialog run={run} onClose={() => setRetrying(false)} />}
    </Drawer>
  )
}
