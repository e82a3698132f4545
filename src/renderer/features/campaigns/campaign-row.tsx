import { UnstyledButton } from '@mantine/core'
import type { TFunction } from 'i18next'
import { type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type Campaign, hasAudience } from '../../../shared/domain/campaign'
import type { CampaignView } from '../../../shared/ipc/views'
import { visibleText } from '../../../shared/text/foreign-text'
import { useLocalZone } from '../../stores/settings-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { Foreign } from '../../ui/foreign'
import { Badge, CampaignStatusBadge } from '../../ui/status-badge'
import { When } from '../../ui/when'
import { zoneName } from '../../../shared/text/zone-name'
import { CampaignActions } from './campaign-actions'
import classes from './campaigns.module.css'
import { LastResult } from './last-result'
import { scheduleSummary } from './schedule-summary'

interface CampaignRowProps {
  readonly view: CampaignView
  /** Something was typed for it and not saved. */
  readonly hasDraft: boolean
  readonly onOpen: () => void
  readonly onReview: () => void
  readonly onRunNow: () => void
  readonly onOpenCopy: (id: string) => void
}

const clickedControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, [role="menu"]') !== null

/** One campaign: what it is, when it runs next, how it went last, and what can be done with it. */
export function CampaignRow(props: CampaignRowProps) {
  const { view, hasDraft, onOpen, onReview, onRunNow, onOpenCopy } = props
  const { t, i18n } = useTranslation(['campaigns', 'common'])
  const { campaign, next } = view
  const localZone = useLocalZone()
  const summary = scheduleSummary(campaign.schedule_settings, t, i18n.language, {
    withZone: zoneName(campaign.schedule_settings.timezone) !== zoneName(localZone)
  })
  const label = campaign.status === 'archived' ? 'row.open_label' : 'row.edit_label'
  const openUnlessControl = (event: MouseEvent) => {
    if (!clickedControl(event.target)) onOpen()
  }
  return (
    <tr className={classes['row']} onClick={openUnlessControl}>
      <td>
        <div className={classes['nameLine']}>
          <UnstyledButton
            className={classes['name']}
            aria-label={t(label, { name: campaign.name })}
            title={visibleText(campaign.name)}
            onClick={onOpen}
          >
            <Foreign>{campaign.name}</Foreign>
          </UnstyledButton>
          <CampaignStatusBadge status={campaign.status} />
          {hasDraft && <Badge tone="busy">{t('row.unsaved')}</Badge>}
        </div>
        <div className={classes['about']}>
          <span className={classes['channels']}>
            {campaign.flow.map((channel) => (
              <span key={channel} role="img" aria-label={t(`channels.${channel}`, { ns: 'common' })}>
                <ChannelIcon channel={channel} size={15} />
              </span>
            ))}
          </span>
          <span className={classes['count']}>{audienceText(campaign, t)}</span>
        </div>
        <div className={classes['summary']} title={summary}>
          {summary}
        </div>
      </td>
      <td>
        {next === null ? (
          <span className={classes['nothing']}>
            {campaign.status === 'paused' ? t('row.no_next_paused') : t('row.no_next')}
          </span>
        ) : (
          <span className={classes['next']}>
            <When at={next.at} zone={next.zone} withRelative />
          </span>
        )}
      </td>
      <td>
        <LastResult view={view} />
      </td>
      <td>
        <CampaignActions
          view={view}
          hasDraft={hasDraft}
          onEdit={onOpen}
          onReview={onReview}
          onRunNow={onRunNow}
          onOpenCopy={onOpenCopy}
        />
      </td>
    </tr>
  )
}

/** How many were picked; who is added by rules is known only at the time of a run. */
function audienceText(campaign: Campaign, t: TFunction<['campaigns', 'common']>): string {
  if (!hasAudience(campaign)) return t('row.no_contacts')
  const picked = campaign.contacts.length
  const { tags_in, filters } = campaign.audience
  const parts = [
    ...(picked > 0 ? [t('row.contacts', { count: picked })] : []),
    ...(tags_in.length > 0 || filters.length > 0 ? [t('row.by_rules')] : [])
  ]
  return parts.join(' + ')
}
