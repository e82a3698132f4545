import { ActionIcon, Input, Switch } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../../shared/domain/channel'
import { useAudienceCount } from '../../../stores/audience-count'
import { ChannelIcon } from '../../../ui/channel-icon'
import type { CampaignForm } from '../campaign-form'
import { errorAt } from '../campaign-values'
import classes from './channels.module.css'

/** Which channels, and in which order. Those that are off wait below. */
export function ChannelsSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation(['campaigns', 'common'])
  const { flow, contacts, audience } = form.values
  const { reachable } = useAudienceCount(contacts, audience)

  const setFlow = (next: ChannelId[]) => form.setFieldValue('flow', next)
  const toggle = (channel: ChannelId) =>
    setFlow(flow.includes(channel) ? flow.filter((other) => other !== channel) : [...flow, channel])
  const move = (from: number, by: -1 | 1) => {
    const next = [...flow]
    const [channel] = next.splice(from, 1)
    if (channel === undefined) return
    next.splice(from + by, 0, channel)
    setFlow(next)
  }

  const rows = [...flow, ...CHANNEL_IDS.filter((channel) => !flow.includes(channel))]
  return (
    <Input.Wrapper error={errorAt(form.errors, 'flow')}>
      <ul className={classes['channels']}>
        {rows.map((channel, index) => {
          const on = flow.includes(channel)
          const name = t(`channels.${channel}`, { ns: 'common' })
          return (
            <li key={channel} className={classes['channel']} data-off={!on || undefined}>
              <Switch checked={on} aria-label={name} onChange={() => toggle(channel)} />
              <ChannelIcon channel={channel} size={20} />
              <span className={classes['channelName']}>{name}</span>
              <span className={classes['channelReach']}>
                {on ? t('editor.channel_reach', { count: reachable[channel] }) : t('editor.channel_off')}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={!on || index === 0}
                aria-label={t('editor.channel_up', { channel: name })}
                onClick={() => move(index, -1)}
              >
                <IconChevronUp size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={!on || index >= flow.length - 1}
                aria-label={t('editor.channel_down', { channel: name })}
                onClick={() => move(index, 1)}
              >
                <IconChevronDown size={18} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
    </Input.Wrapper>
  )
}
