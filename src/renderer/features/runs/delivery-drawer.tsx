import { Button, Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeliveryView } from '../../../shared/domain/delivery'
import { openPage } from '../../stores/navigation-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { CopyButton } from '../../ui/copy-button'
import { durationText } from '../../ui/duration-text'
import { DELIVERY_TONES, DeliveryStateBadge } from '../../ui/status-badge'
import { useReturnedFocus } from '../../ui/use-returned-focus'
import { ExactTime } from './exact-time'
import { readableAddress } from './readable-address'
import { askAndSettle } from './settle-unknown'
import classes from './delivery-drawer.module.css'

interface DeliveryDrawerProps {
  readonly runId: string
  readonly delivery: DeliveryView
  readonly onClose: () => void
}

/** Everything that is known about one delivery, and what it means. */
export function DeliveryDrawer({ runId, delivery, onClose }: DeliveryDrawerProps) {
  const { t, i18n } = useTranslation(['runs', 'common', 'reasons'])
  const { state, reason, answer, attempts = 0, claimed_by: claimedBy } = delivery
  const settle = async (word: 'arrived' | 'again') => {
    if (await askAndSettle(runId, [delivery], word)) onClose()
  }
  useReturnedFocus()
  return (
    <Drawer
      opened
      position="right"
      size={440}
      padding={20}
      title={delivery.contact_name === delivery.contact_id ? t('no_name') : delivery.contact_name}
      styles={{ title: { fontSize: 18, fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <div className={classes['head']}>
        <span className={classes['channel']}>
          <ChannelIcon channel={delivery.channel} />
          {t(`common:channels.${delivery.channel}`)}
        </span>
        <DeliveryStateBadge state={state} />
      </div>
      <div className={classes['meaning']} data-tone={DELIVERY_TONES[state]} data-selectable>
        {state === 'unknown' && reason === undefined && <strong>{t('advice.unknown_title')}</strong>}
        {reason !== undefined && <p>{t(`reasons:${reason.code}`)}</p>}
        {state !== 'failed' && <p>{t(`advice.${state}`)}</p>}
        {state === 'queued' && attempts > 0 && <p>{t('attempts', { count: attempts })}</p>}
      </div>
      {state === 'unknown' && (
        <div className={classes['decide']}>
          <Button size="sm" variant="default" onClick={() => void settle('again')}>
            {t('settle.again')}
          </Button>
          <Button size="sm" onClick={() => void settle('arrived')}>
            {t('settle.arrived')}
          </Button>
        </div>
      )}
      {claimedBy !== undefined && (
        <div className={classes['claimed']}>
          <span>{t('claimed')}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void openPage('runs', { run_id: claimedBy })}
          >
            {t('open_retry')}
          </Button>
        </div>
      )}
      {reason?.detail !== undefined && reason.detail !== '' && reason.detail !== answer && (
        <section className={classes['block']}>
          <h3>{t('detail.gateway_words')}</h3>
          <blockquote data-selectable>{reason.detail}</blockquote>
        </section>
      )}
      <dl className={classes['facts']} data-selectable>
        <dt>{t('detail.address')}</dt>
        <dd>{readableAddress(delivery) || t('no_address')}</dd>
        <dt>{t('detail.at')}</dt>
        <dd>{delivery.at === undefined ? t('detail.not_yet') : <ExactTime at={delivery.at} />}</dd>
        {delivery.duration_ms !== undefined && (
          <>
            <dt>{t('detail.duration')}</dt>
            <dd>{durationText(delivery.duration_ms, i18n.language)}</dd>
          </>
        )}
        {delivery.status_code !== undefined && (
          <>
            <dt>{t('detail.code')}</dt>
            <dd>{delivery.status_code}</dd>
          </>
        )}
      </dl>
      {answer !== undefined && answer !== '' && (
        <section className={classes['block']}>
          <h3>
            {t('detail.answer')}
            <CopyButton text={answer} label={t('detail.copy_answer')} />
          </h3>
          <code data-selectable>{answer}</code>
        </section>
      )}
      <section className={classes['block']}>
        <h3>
          {t('detail.key')}
          <CopyButton text={delivery.id} label={t('detail.copy_key')} />
        </h3>
        <code data-selectable>{delivery.id}</code>
        <p className={classes['hint']}>{t('detail.key_hint')}</p>
      </section>
    </Drawer>
  )
}
