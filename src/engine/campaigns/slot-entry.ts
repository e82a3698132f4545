import type { Campaign } from '../../shared/domain/campaign'
import { noDeliveries } from '../../shared/domain/delivery'
import type { RunSummary, Slot } from '../../shared/domain/run'
import type { GatewayId } from '../../shared/domain/settings'
import { slotRunId } from '../scheduler/slot-run-id'

/** A slot in the index of runs that has no ledger: it was missed, or waits for another run to be over. */
export function slotEntry(
  campaign: Campaign,
  slot: Slot,
  gateway: GatewayId,
  state: Pick<RunSummary, 'missed_reason' | 'missed_at'> & { readonly status: 'missed' | 'buffered' }
): RunSummary {
  return {
    id: slotRunId(campaign._id, slot),
    campaign_id: campaign._id,
    campaign_name: campaign.name,
    trigger: 'schedule',
    slot: { nominal: slot.nominal, zone: slot.zone, at: slot.at },
    gateway,
    started_at: null,
    finished_at: null,
    paused_channels: [],
    total_contacts: campaign.contacts.length,
    counts: noDeliveries,
    sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
    ...state
  }
}
