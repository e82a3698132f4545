import type { Campaign } from '../../shared/domain/campaign'
import type { Contact } from '../../shared/domain/contact'
import type { Slot, Trigger } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import { freezeContacts } from '../contacts/freeze-contacts'
import { LEDGER_SCHEMA_VERSION } from '../ledger/ledger-record'
import type { FieldKey } from '../messages/field-names'
import { freezeMessage } from '../messages/frozen-message'
import type { FrozenGateway } from '../ports'
import type { RunOrder } from './beginning'

export interface Frozen {
  readonly campaign: Campaign
  readonly contacts: readonly Contact[]
  readonly settings: Settings
  readonly gateway: FrozenGateway
  /** What the texts name of each person. */
  readonly fields: readonly FieldKey[]
  readonly runId: string
  readonly trigger: Trigger
  readonly slot: Slot | null
  /** UTC ISO. */
  readonly now: string
}

/** Freezes everything that a run needs: what is edited, imported or merged later changes the next run only. */
export function orderRun(frozen: Frozen): Omit<RunOrder, 'missed'> {
  const { campaign, contacts, settings, gateway, fields, runId, trigger, slot, now } = frozen
  return {
    head: {
      type: 'head',
      schema_version: LEDGER_SCHEMA_VERSION,
      run_id: runId,
      campaign_id: campaign._id,
      campaign_name: campaign.name,
      trigger,
      slot,
      ...freezeMessage(campaign, campaign.flow),
      flow: campaign.flow,
      gateway,
      timeouts_s: settings.timeouts_s,
      policies: campaign.policies,
      timezone: campaign.schedule_settings.timezone,
      started_at: now
    },
    contacts: freezeContacts(contacts, {
      flow: campaign.flow,
      isFirstSuccess: campaign.policies.delivery === 'first_success',
      fields
    })
  }
}
