import { Tabs } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ChannelId, channelIdSchema } from '../../../../shared/domain/channel'
import { ChannelIcon } from '../../../ui/channel-icon'
import classes from './message.module.css'
import type { TextTab } from './message-texts'

interface MessageTabsProps {
  readonly channels: readonly ChannelId[]
  readonly tab: TextTab
  readonly onTab: (tab: TextTab) => void
  readonly hasOwn: (channel: ChannelId) => boolean
  readonly isWrong: (tab: TextTab) => boolean
}

/** The text of all channels, and those that channels have of their own. */
export function MessageTabs({ channels, tab, onTab, hasOwn, isWrong }: MessageTabsProps) {
  const { t } = useTranslation(['message', 'common'])
  const wrong = (one: TextTab) =>
    isWrong(one) && (
      <span className={classes['tabWrong']} role="img" aria-label={t('tabs.wrong')}>
        <IconAlertCircle size={15} aria-hidden />
      </span>
    )
  return (
    <Tabs
      value={tab}
      variant="default"
      onChange={(value) => onTab(value === 'all' ? 'all' : channelIdSchema.parse(value))}
    >
      <Tabs.List aria-label={t('tabs.label')} className={classes['tabs']}>
        <Tabs.Tab value="all">
          {t('tabs.all')}
          {wrong('all')}
        </Tabs.Tab>
        {channels.map((channel) => (
          <Tabs.Tab key={channel} value={channel} leftSection={<ChannelIcon channel={channel} size={15} />}>
            <span className={classes['tab']}>
              {t(`channels.${channel}`, { ns: 'common' })}
              {hasOwn(channel) && (
                <span className={classes['tabOwn']} role="img" aria-label={t('tabs.own')} />
              )}
              {wrong(channel)}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
