import { Button, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppState } from '../../../shared/ipc/views'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { openPage } from '../../stores/navigation-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { countdownText } from '../../ui/countdown-text'
import { Foreign } from '../../ui/foreign'
import { useCountdownNow } from '../../ui/use-now'
import { When } from '../../ui/when'
import { AudienceSize } from './audience-size'
import { type NextRun, nextRuns } from './next-runs'
import classes from './overview.module.css'
import { Section } from './section'

const MOST_SHOWN = 6

/** The next runs of all campaigns with how far away they are. One clock ticks for all of them. */
export function NextSection({ state }: { readonly state: AppState }) {
  const { t } = useTranslation('overview')
  const campaigns = useCampaignsStore((store) => store.campaigns)
  const all = nextRuns(campaigns)
  const isHeld = state.emergency_stop !== null || state.clock_hold !== null || state.paused_all
  return (
    <Section
      area="next"
      title={t('next.title')}
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => void openPage('calendar')}>
          {t('next.calendar')}
        </Button>
      }
    >
      {isHeld && all.length > 0 && <p className={classes['note']}>{t('next.held')}</p>}
      {all.length === 0 ? <p className={classes['none']}>{t('next.none')}</p> : <Rows runs={all} />}
    </Section>
  )
}

function Rows({ runs }: { readonly runs: readonly NextRun[] }) {
  const { t, i18n } = useTranslation()
  const shown = runs.slice(0, MOST_SHOWN)
  const nowMs = useCountdownNow(Date.parse(shown[0]?.occurrence.at ?? ''))
  return (
    <ul className={classes['rows']}>
      {shown.map(({ campaign, occurrence }) => (
        <li key={campaign._id} className={classes['next']}>
          <div className={classes['line']}>
            <UnstyledButton
              className={classes['name']}
              onClick={() => void openPage('campaigns', { campaign_id: campaign._id })}
            >
              <Foreign>{campaign.name}</Foreign>
            </UnstyledButton>
            <span className={classes['countdown']}>
              {countdownText(new Date(occurrence.at), nowMs, t, i18n.language)}
            </span>
          </div>
          <div className={`${classes['line']} ${classes['nextFoot']}`}>
            <When at={occurrence.at} zone={occurrence.zone} inline />
            <span className={classes['whom']}>
              <AudienceSize campaign={campaign} />
              <span className={classes['channels']}>
                {campaign.flow.map((channel) => (
                  <span key={channel} role="img" aria-label={t(`channels.${channel}`)}>
                    <ChannelIcon channel={channel} size={15} />
                  </span>
                ))}
              </span>
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
