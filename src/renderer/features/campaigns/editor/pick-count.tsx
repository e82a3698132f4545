import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { ShownAudienceCount } from '../../../stores/audience-count'
import { ChannelIcon } from '../../../ui/channel-icon'
import classes from './audience.module.css'

interface PickCountProps {
  readonly count: ShownAudienceCount
  /** All contacts there are. */
  readonly total: number
  /** Contacts were loaded: only then it can be said that some are gone. */
  readonly isLoaded: boolean
  readonly flow: readonly ChannelId[]
  /** Somebody was picked, or a rule was set, and yet nobody is found. */
  readonly findsNobody: boolean
}

/** How many people the audience has now, and how many of them each channel reaches. */
export function PickCount({ count, total, isLoaded, flow, findsNobody }: PickCountProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const { contacts, missing, reachable } = count
  return (
    <div className={classes['pickCount']} role="status">
      <span>{t('editor.contacts_chosen', { count: contacts, total })}</span>
      {contacts > 0 &&
        flow.map((channel) => (
          <span key={channel} className={classes['reachOn']}>
            <ChannelIcon channel={channel} size={15} />
            {t('editor.contacts_on', { channel: t(`common:channels.${channel}`), count: reachable[channel] })}
          </span>
        ))}
      {isLoaded && missing > 0 && <span>{t('editor.contacts_missing', { count: missing })}</span>}
      {findsNobody && (
        <span className={classes['findsNobody']} data-tone="caution">
          <IconAlertTriangle size={15} aria-hidden />
          {t('editor.finds_nobody')}
        </span>
      )}
    </div>
  )
}
