import { useCampaignsStore } from '../stores/campaigns-store'
import { closeRunNow, useRunNowStore } from '../stores/run-now-store'
import { RunNowDialog } from '../ui/run-now-dialog'

/** The question of "run now" when it was asked in the tray. A campaign that is gone by then is not asked about. */
export function AskedRunNow() {
  const campaignId = useRunNowStore((state) => state.campaign_id)
  const view = useCampaignsStore(({ campaigns }) =>
    campaigns.find(({ campaign }) => campaign._id === campaignId)
  )
  if (view === undefined) return null
  return <RunNowDialog key={view.campaign._id} campaign={view.campaign} onClose={closeRunNow} />
}
