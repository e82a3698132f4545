import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { RunOverview } from '../../../../shared/domain/run'
import { visibleText } from '../../../../shared/text/foreign-text'
import { useCampaignsStore } from '../../../stores/campaigns-store'
import { openPage } from '../../../stores/navigation-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { RunFacts } from './run-facts'
import classes from './run.module.css'

/** Each text of the run once, with the channels that say it, in the order of the flow. */
function textsOf({ flow, texts }: RunOverview): readonly (readonly [string, readonly ChannelId[]])[] {
  const channelsOf = new Map<string, ChannelId[]>()
  for (const channel of flow) {
    const text = texts[channel]
    if (text !== undefined) channelsOf.set(text, [...(channelsOf.get(text) ?? []), channel])
  }
  return [...channelsOf]
}

/** What the run says on each channel, as it was when it began; a later edit of the campaign changes nothing here. */
export function MessageTab({ overview }: { readonly overview: RunOverview }) {
  const { t } = useTranslation(['runs', 'common'])
  const { campaign_id: campaignId } = overview.summary
  const exists = useCampaignsStore((state) =>
    state.campaigns.some(({ campaign }) => campaign._id === campaignId)
  )
  return (
    <div className={classes['scrolled']}>
      <RunFacts run={overview.summary} />
      {textsOf(overview).map(([text, channels]) => (
        <section key={text} className={classes['message']}>
          <h2>
            {channels.map((channel) => (
              <span key={channel} className={classes['channelName']}>
                <ChannelIcon channel={channel} />
                {t(`common:channels.${channel}`)}
              </span>
            ))}
          </h2>
          <blockquote dir="auto" data-selectable>
            {visibleText(text)}
          </blockquote>
        </section>
      ))}
      <p className={classes['hint']}>
        {t('message_frozen')} {overview.placeholders && t('message_placeholders')}
      </p>
      {exists && (
        <Button
          size="xs"
          variant="default"
          onClick={() => void openPage('campaigns', { campaign_id: campaignId })}
        >
          {t('open_campaign')}
        </Button>
      )}
    </div>
  )
}
