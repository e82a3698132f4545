import { useEffect, useState } from 'react'
import type { ReachExplanation } from '../../../../shared/ipc/contact-views'
import { loa } from '../../../api'
import { useCampaignsStore } from '../../../stores/campaigns-store'
import { useContactsStore } from '../../../stores/contacts-store'
import { useSettingsStore } from '../../../stores/settings-store'
import { useStateStore } from '../../../stores/state-store'
import { useRunPulse } from './run-pulse'

/** Why somebody gets a campaign or does not, as everything stands now; the answer before stays until the next one. */
export function useReach(contactId: string, campaignId: string | null): ReachExplanation | null {
  const revision = useContactsStore((state) => state.revision)
  const campaigns = useCampaignsStore((state) => state.campaigns)
  const settings = useSettingsStore((state) => state.settings)
  const lanes = useStateStore((store) =>
    (store.state?.channels ?? []).map(({ channel, state, until }) => `${channel} ${state} ${until}`).join()
  )
  const pulse = useRunPulse()
  const [answer, setAnswer] = useState<ReachExplanation | null>(null)
  useEffect(() => {
    if (campaignId === null) return
    let isCurrent = true
    void loa.explainReach(contactId, campaignId).then((result) => {
      if (isCurrent && result.ok) setAnswer(result.value)
    })
    return () => {
      isCurrent = false
    }
  }, [contactId, campaignId, revision, campaigns, settings, lanes, pulse])
  return answer?.campaign_id === campaignId ? answer : null
}
