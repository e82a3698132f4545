import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { Foreign } from '../../../ui/foreign'
import { LoadingRows } from '../../../ui/loading-rows'
import { Badge, DeliveryStateBadge } from '../../../ui/status-badge'
import { When } from '../../../ui/when'
import { PersonCard } from './person-card'
import { type MessagesOfRun, useMessages } from './use-messages'
import classes from './person-page.module.css'

const AT_ONCE = 20

/** Everything that was ever sent to this person, newest first. */
export function MessagesCard({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation('person')
  const runs = useMessages(contactId)
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <PersonCard title={t('messages.title')}>
      {runs === null && <LoadingRows rows={3} height={56} />}
      {runs?.length === 0 && <p className={classes['note']}>{t('messages.none')}</p>}
      {runs !== null && runs.length > 0 && (
        <ul className={classes['messages']}>
          {runs.slice(0, shown).map((each) => (
            <RunMessages key={each.run.run_id} messages={each} />
          ))}
        </ul>
      )}
      {runs !== null && runs.length > shown && (
        <Button size="xs" variant="default" fullWidth onClick={() => setShown(shown + AT_ONCE)}>
          {t('messages.more')}
        </Button>
      )}
    </PersonCard>
  )
}

function RunMessages({ messages: { run, deliveries } }: { readonly messages: MessagesOfRun }) {
  const { t } = useTranslation(['person', 'common', 'runs'])
  return (
    <li className={classes['message']}>
      <div className={classes['messageHead']}>
        <UnstyledButton
          className={classes['campaign']}
          title={t('messages.open')}
          onClick={() => void openPage('runs', { run_id: run.run_id })}
        >
          <Foreign>{run.campaign_name}</Foreign>
        </UnstyledButton>
        {run.gateway === 'practice' && (
          <span title={t('runs:practice_hint')}>
            <Badge tone="neutral">{t('runs:practice')}</Badge>
          </span>
        )}
      </div>
      <div className={classes['dim']}>
        <When at={run.started_at} /> · {t(`common:triggers.${run.trigger}`)}
      </div>
      <ul className={classes['deliveries']}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <span className={classes['channel']}>
              <ChannelIcon channel={delivery.channel} size={16} />
              {t(`common:channels.${delivery.channel}`)}
            </span>
            <DeliveryStateBadge state={delivery.state} />
            {delivery.reason !== undefined && (
              <span className={classes['dim']}>{t(`runs:reason_short.${delivery.reason.code}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
