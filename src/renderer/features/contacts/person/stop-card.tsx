import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../../shared/domain/channel'
import type { Contact } from '../../../../shared/domain/contact'
import { ChannelIcon } from '../../../ui/channel-icon'
import { Badge } from '../../../ui/status-badge'
import { askToAllow, stopContacting } from '../../../ui/stop-contacting'
import { When } from '../../../ui/when'
import { PersonCard } from './person-card'
import type { Mark } from './use-marks'
import classes from './person-page.module.css'

interface StopCardProps {
  readonly contact: Contact
  readonly marks: readonly Mark[]
}

/** Where this person must not be contacted, since when and why, and the word that changes it. */
export function StopCard({ contact, marks }: StopCardProps) {
  const { t } = useTranslation(['person', 'common'])
  return (
    <PersonCard title={t('stop.title')}>
      <ul className={classes['channels']}>
        {CHANNEL_IDS.map((channel) => (
          <ChannelMark
            key={channel}
            contact={contact}
            channel={channel}
            mark={marks.find((mark) => mark.channel === channel)}
          />
        ))}
      </ul>
      <p className={classes['note']}>{t('stop.note')}</p>
    </PersonCard>
  )
}

interface ChannelMarkProps {
  readonly contact: Contact
  readonly channel: ChannelId
  readonly mark: Mark | undefined
}

function ChannelMark({ contact, channel, mark }: ChannelMarkProps) {
  const { t } = useTranslation(['person', 'common'])
  const name = t(`common:channels.${channel}`)
  return (
    <li className={classes['channelRow']}>
      <span className={classes['channel']}>
        <ChannelIcon channel={channel} size={17} />
        {name}
      </span>
      <div className={classes['channelWords']}>
        <Badge tone={mark === undefined ? 'good' : 'bad'}>
          {t(mark === undefined ? 'stop.free' : 'stop.marked')}
        </Badge>
        {mark !== undefined && (
          <div className={classes['dim']} data-selectable>
            <div>{mark.reason === '' ? t('stop.no_reason') : mark.reason}</div>
            {mark.byAddress && <div>{t('stop.by_address')}</div>}
            {mark.at !== null && <When at={mark.at} />}
          </div>
        )}
      </div>
      {mark === undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('stop.stop_on', { channel: name })}
          onClick={() => void stopContacting({ ids: [contact._id], channels: [channel] })}
        >
          {t('stop.stop')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('stop.allow_on', { channel: name })}
          onClick={() => void askToAllow(contact, [channel])}
        >
          {t('allow_again')}
        </Button>
      )}
    </li>
  )
}
