import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../shared/domain/channel'
import { ChannelIcon } from '../../ui/channel-icon'
import classes from './campaigns.module.css'

interface ReachByChannelProps {
  readonly reachable: Readonly<Partial<Record<ChannelId, number>>>
  readonly flow: readonly ChannelId[]
}

/** How many contacts each channel of the flow can reach. */
export function ReachByChannel({ reachable, flow }: ReachByChannelProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  return (
    <ul className={classes['reach']}>
      {flow.map((channel) => (
        <li key={channel}>
          <ChannelIcon channel={channel} size={18} />
          <span className={classes['reachChannel']}>{t(`channels.${channel}`, { ns: 'common' })}</span>
          <span>{t('run_now.reachable', { count: reachable[channel] ?? 0 })}</span>
        </li>
      ))}
    </ul>
  )
}
