import type { Campaign } from '../../shared/domain/campaign'
import type { Contact } from '../../shared/domain/contact'
import type { Slot, Trigger } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { MessageTexts } from '../messages/message-texts'
import type { Clock, FrozenGateway, Log } from '../ports'
import { orderRun } from '../runner/order-run'
import type { RunOrder } from '../runner/beginning'
import { isoOf } from '../system-clock'
import type { Audiences } from './audience'

export interface FreezerContext {
  readonly clock: Clock
  readonly log: Log
  readonly findContact: (id: string) => Contact | undefined
  readonly audiences: Pick<Audiences, 'preparation' | 'peopleOf'>
  readonly texts: MessageTexts
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
}

export type Freezer = ReturnType<typeof createFreezer>

/** Makes the frozen copy of a campaign that a run works with. */
export function createFreezer(context: FreezerContext) {
  const { clock, log, findContact, audiences, texts, settings, gateway } = context
  const peopleOf = (campaign: Campaign): readonly Contact[] => audiences.peopleOf(campaign)

  return {
    peopleOf,

    /** Finds the people in pieces; `freeze` right after it does not hold up anything. */
    prepare: async (campaign: Campaign): Promise<void> => audiences.preparation(campaign)?.(),

    /** @param at the gateway that the run belongs to; the chosen one when nothing is said */
    freeze(
      campaign: Campaign,
      runId: string,
      trigger: Trigger,
      slot: Slot | null,
      at = gateway()
    ): Omit<RunOrder, 'missed'> {
      return orderRun({
        campaign,
        contacts: peopleOf(campaign),
        settings: settings(),
        gateway: at,
        fields: texts.fieldsOf(campaign, campaign.flow),
        runId,
        trigger,
        slot,
        now: isoOf(clock.nowMs())
      })
    },

    /** Says in the log how many of a campaign's contacts do not exist. */
    reportUnknown(campaign: Campaign): void {
      const count = new Set(campaign.contacts.filter((id) => findContact(id) === undefined)).size
      const { _id: campaign_id, name: campaign_name } = campaign
      if (count > 0) log({ type: 'contacts_unknown', campaign_id, campaign_name, count })
    }
  }
}
