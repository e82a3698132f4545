import { useTranslation } from 'react-i18next'
import type { PracticeMessage } from '../../../shared/domain/practice'
import { visibleText } from '../../../shared/text/foreign-text'
import { formatDate, formatTimeWithSeconds } from '../../../shared/text/date-format'
import { useLocalZone } from '../../stores/settings-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { readableAddress } from './inbox-filter'
import classes from './practice.module.css'

interface MessageCardProps {
  readonly message: PracticeMessage
  readonly now: Date
}

/** One message as its receiver would have seen it. An AI call has no bubble: it shows what would be said. */
export function MessageCard({ message, now }: MessageCardProps) {
  const { t, i18n } = useTranslation(['practice', 'common'])
  const zone = useLocalZone()
  const { channel } = message
  const at = new Date(message.at)
  const day = formatDate(at, zone, i18n.language, now)
  const isToday = day === formatDate(now, zone, i18n.language, now)
  const time = formatTimeWithSeconds(at, zone, i18n.language)
  return (
    <li className={classes['message']} data-channel={channel}>
      <span className={classes['avatar']}>
        <ChannelIcon channel={channel} size={18} />
      </span>
      <div className={classes['content']}>
        <div className={classes['meta']}>
          <strong>{t(`common:channels.${channel}`)}</strong>
          <span data-selectable>{t('to', { address: readableAddress(message.to) })}</span>
          <time dateTime={message.at}>{isToday ? time : `${day}, ${time}`}</time>
        </div>
        <div className={classes['bubble']} dir="auto" data-selectable>
          {channel === 'ai_call' && <div className={classes['prompt']}>{t('prompt')}</div>}
          {message.text === '' ? t('no_text') : visibleText(message.text)}
        </div>
      </div>
    </li>
  )
}
