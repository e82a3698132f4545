import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { Settings } from '../../../../shared/domain/settings'
import { openPage } from '../../../stores/navigation-store'
import { useSettingsStore } from '../../../stores/settings-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { limitsText } from '../../../ui/limits-text'
import classes from './channel-limits-list.module.css'

/** What the settings of all campaigns mean for the channels of this one. They are changed there, not here. */
export function ChannelLimitsList({ flow }: { readonly flow: readonly ChannelId[] }) {
  const { t } = useTranslation('campaigns')
  const settings = useSettingsStore((state) => state.settings)
  if (settings === null) return null
  const { frequency_cap: cap, gateway } = settings
  return (
    <div>
      <ul className={classes['list']}>
        {flow.map((channel) => (
          <ChannelRow key={channel} channel={channel} settings={settings} />
        ))}
        {cap.on && (
          <li className={classes['row']}>
            <span className={classes['limits']}>
              {t('editor.limits.cap', { messages: cap.messages, days: cap.days })}
            </span>
          </li>
        )}
      </ul>
      <p className={classes['note']}>
        {t(gateway === 'practice' ? 'editor.limits.practice' : 'editor.limits.live')}{' '}
        <Anchor component="button" type="button" inherit onClick={() => void openPage('settings')}>
          {t('editor.limits.settings')}
        </Anchor>
      </p>
    </div>
  )
}

interface ChannelRowProps {
  readonly channel: ChannelId
  readonly settings: Settings
}

function ChannelRow({ channel, settings }: ChannelRowProps) {
  const { t, i18n } = useTranslation(['settings', 'common', 'campaigns'])
  const quiet = settings.quiet_hours[channel]
  return (
    <li className={classes['row']}>
      <ChannelIcon channel={channel} size={18} />
      <span className={classes['channel']}>{t(`channels.${channel}`, { ns: 'common' })}</span>
      <span className={classes['limits']}>{limitsText(settings.limits[channel], t, i18n.language)}</span>
      <span className={classes['quiet']}>
        {quiet.on
          ? t('editor.limits.quiet', { ns: 'campaigns', from: quiet.from, to: quiet.to })
          : t('editor.limits.no_quiet', { ns: 'campaigns' })}
      </span>
    </li>
  )
}
