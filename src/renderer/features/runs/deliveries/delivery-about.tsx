import { Button } from '@mantine/core'
import { IconRefresh, IconTerminal2, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeliveryDetail } from '../../../../shared/domain/delivery'
import type { RunSummary } from '../../../../shared/domain/run'
import { showInConsole } from '../../../stores/console-view'
import { openPage } from '../../../stores/navigation-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { DELIVERY_TONES, DeliveryStateBadge } from '../../../ui/status-badge'
import { canRetry } from '../can-retry'
import { readableAddress } from './readable-address'
import { askAndSettle, type UnknownWord } from './settle-unknown'
import classes from './delivery-drawer.module.css'

interface DeliveryAboutProps {
  readonly run: RunSummary
  readonly detail: DeliveryDetail
  readonly onRetry: () => void
  /** The operator has decided about it. */
  readonly onSettled: () => void
}

/** Where it went, how it stands, what that means and what can be done. */
export function DeliveryAbout({ run, detail, onRetry, onSettled }: DeliveryAboutProps) {
  const { t } = useTranslation(['runs', 'common', 'reasons'])
  const { delivery, contact_exists: exists } = detail
  const { state, reason, attempts = 0 } = delivery
  const settle = async (word: UnknownWord) => {
    if (await askAndSettle(run.id, [delivery], word)) onSettled()
  }
  const isRetried = delivery.claimed_by !== undefined
  return (
    <>
      <div className={classes['head']}>
        <span className={classes['channel']}>
          <ChannelIcon channel={delivery.channel} />
          <span>{t(`common:channels.${delivery.channel}`)}</span>
          <bdi data-selectable>{readableAddress(delivery) || t('no_address')}</bdi>
        </span>
        <DeliveryStateBadge state={state} />
      </div>
      <div className={classes['meaning']} data-tone={DELIVERY_TONES[state]} data-selectable>
        {state === 'unknown' && reason === undefined && <strong>{t('advice.unknown_title')}</strong>}
        {reason !== undefined && <p>{t(`reasons:${reason.code}`)}</p>}
        {state !== 'failed' && <p>{t(`advice.${state}`)}</p>}
        {state === 'queued' && attempts > 0 && <p>{t('attempts', { count: attempts })}</p>}
      </div>
      <div className={classes['actions']}>
        {state === 'unknown' && (
          <>
            <Button size="xs" onClick={() => void settle('arrived')}>
              {t('settle.arrived')}
            </Button>
            <Button size="xs" variant="default" onClick={() => void settle('again')}>
              {t('settle.again')}
            </Button>
          </>
        )}
        {state === 'failed' && !isRetried && canRetry(run) && (
          <Button size="xs" leftSection={<IconRefresh size={15} aria-hidden />} onClick={onRetry}>
            {t('actions.retry_run')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTerminal2 size={15} aria-hidden />}
          onClick={() => void showInConsole({ run_id: run.id, contact_id: delivery.contact_id })}
        >
          {t('actions.console')}
        </Button>
        {exists ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUser size={15} aria-hidden />}
            onClick={() => void openPage('contacts', { contact_id: delivery.contact_id })}
          >
            {t('open_contact')}
          </Button>
        ) : (
          <span className={classes['deleted']}>{t('contact_deleted')}</span>
        )}
      </div>
    </>
  )
}
