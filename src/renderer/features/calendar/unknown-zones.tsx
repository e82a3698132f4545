import { Alert, Button } from '@mantine/core'
import { IconWorldQuestion } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownZone } from '../../../shared/domain/primitives'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { openPage } from '../../stores/navigation-store'
import classes from './calendar.module.css'

/** As many as are read; the rest is counted. */
const SHOWN = 3

/** Active campaigns of which nothing can be planned: their zone has no clocks here. */
export function UnknownZones() {
  const { t } = useTranslation('calendar')
  const campaigns = useCampaignsStore((state) => state.campaigns)
  const affected = useMemo(() => {
    const known = new Map<string, boolean>()
    return campaigns.flatMap(({ campaign }) => {
      const { timezone } = campaign.schedule_settings
      const isKnown = known.get(timezone) ?? isKnownZone(timezone)
      known.set(timezone, isKnown)
      return campaign.status === 'active' && !isKnown ? [campaign] : []
    })
  }, [campaigns])
  const more = affected.length - SHOWN
  return affected.slice(0, SHOWN).map(({ _id, name, schedule_settings: { timezone } }, index) => (
    <Alert key={_id} color="yellow" icon={<IconWorldQuestion aria-hidden />} className={classes['notice']}>
      <div className={classes['noticeLine']}>
        <span>
          {t('unknown_zone', { name, zone: timezone })}
          {index === SHOWN - 1 && more > 0 && ` ${t('unknown_zone_more', { count: more })}`}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          onClick={() => void openPage('campaigns', { campaign_id: _id })}
        >
          {t('actions.open_campaign')}
        </Button>
      </div>
    </Alert>
  ))
}
