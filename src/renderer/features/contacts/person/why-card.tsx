import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressField, Contact } from '../../../../shared/domain/contact'
import type { ReachExplanation } from '../../../../shared/ipc/contact-views'
import { visibleText } from '../../../../shared/text/foreign-text'
import { useCampaignsStore } from '../../../stores/campaigns-store'
import { openPage } from '../../../stores/navigation-store'
import { LoadingRows } from '../../../ui/loading-rows'
import { When } from '../../../ui/when'
import { PersonCard } from './person-card'
import { useReach } from './use-reach'
import { WhyChannel } from './why-channel'
import classes from './person-page.module.css'

interface WhyCardProps {
  readonly contact: Contact
  /** The operator wants to type an address. */
  readonly onFix: (field: AddressField) => void
}

/** Answers why this person does not get a campaign, or that nothing stands against it. */
export function WhyCard({ contact, onFix }: WhyCardProps) {
  const { t } = useTranslation('person')
  const campaigns = useCampaignsStore((state) => state.campaigns)
  const [chosen, setChosen] = useState<string | null>(null)
  const first = campaigns.find(({ campaign }) => campaign.status === 'active') ?? campaigns[0]
  const campaignId = chosen ?? first?.campaign._id ?? null
  const reach = useReach(contact._id, campaignId)
  return (
    <PersonCard title={t('why.title')}>
      {campaignId === null ? (
        <p className={classes['note']}>{t('why.no_campaigns')}</p>
      ) : (
        <>
          <Select
            aria-label={t('why.campaign')}
            data={campaigns.map(({ campaign }) => ({
              value: campaign._id,
              label: visibleText(campaign.name)
            }))}
            value={campaignId}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('why.no_such_campaign')}
            onChange={setChosen}
          />
          {reach === null ? (
            <LoadingRows rows={3} height={36} />
          ) : (
            <div role="status" aria-label={t('why.answer')} className={classes['answer']}>
              <Situation reach={reach} />
              <ul className={classes['channels']}>
                {reach.channels.map((channel) => (
                  <WhyChannel
                    key={channel.channel}
                    contact={contact}
                    reach={reach}
                    channel={channel}
                    onFix={onFix}
                  />
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </PersonCard>
  )
}

/** What holds for all channels: is the person meant, does the campaign run at all, and when. */
function Situation({ reach }: { readonly reach: ReachExplanation }) {
  const { t } = useTranslation('person')
  const { in_audience: isMeant, held, next } = reach
  return (
    <div className={classes['situation']} data-tone={isMeant && held === null ? undefined : 'caution'}>
      {!isMeant && <p>{t('why.not_in_audience')}</p>}
      {held !== null && <p>{t(`why.held.${held}`)}</p>}
      {isMeant && held === null && next === null && <p>{t('why.no_next')}</p>}
      {isMeant && held === null && next !== null && (
        <p>
          {t('why.next')} <When at={next.at} zone={next.zone} inline />
        </p>
      )}
      {(!isMeant || (held !== null && held !== 'paused_all' && held !== 'emergency_stop')) && (
        <Button size="compact-sm" variant="default" onClick={() => void openPage('campaigns')}>
          {t('why.open_campaigns')}
        </Button>
      )}
    </div>
  )
}
