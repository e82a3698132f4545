import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../shared/domain/channel'
import { ChannelIcon } from './channel-icon'
import classes from './reach-by-channel.module.css'

interface ReachByChannelProps {
  readonly reachable: Readonly<Partial<Record<ChannelId, number>>>
  readonly flow: readonly ChannelId[]
}

/** How many contacts each channel of the flow can reach. */
export function ReachByChannel({ reachable, flow }: ReachByChannelProps) {
  const { t } = useTranslation()
  return (
    <ul className={classes['reach']}>
      {flow.map((channel) => (
        <li key={channel}>
          <ChannelIcon channel={channel} size={18} />
          <span className={classes['channel']}>{t(`channels.${channel}`)}</span>
          <span>{t('send.reachable', { count: reachable[channel] ?? 0 })}</span>
        </li>
      ))}
    </ul>
  )
}
