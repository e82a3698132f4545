import type { Campaign } from '../../shared/domain/campaign'
import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { ReasonCode } from '../../shared/domain/delivery'
import type { RehearsedSkips } from '../../shared/domain/rehearsal'
import type { Audiences } from '../campaigns/audience'
import { contactFreezer } from '../contacts/freeze-contacts'
import type { FrozenContact } from '../ledger/ledger-record'
import type { MessageTexts } from '../messages/message-texts'
import { sendable } from '../messages/sendable-text'
import { inPieces } from '../pieces'
import type { Channel, FrozenGateway } from '../ports'
import type { Sendable } from '../runner/run-context'
import { SkipTally } from './rehearsed-skips'

export interface FirstRunContext {
  readonly nowMs: () => number
  readonly audiences: Audiences
  readonly texts: MessageTexts
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly gateway: () => FrozenGateway
  /** Why somebody may not be sent to at this moment. */
  readonly obstacle: (delivery: Sendable) => ReasonCode | null
}

/** Whom a campaign's next run would reach if it began now. */
export interface FirstRun {
  readonly contacts: number
  readonly sent_by_channel: Readonly<Record<ChannelId, number>>
  /** How many people could be called, whatever happens to their other channels and however things stand by then. */
  readonly ai_calls: number
  readonly skipped: readonly RehearsedSkips[]
  /** Channels without an address at the chosen gateway. */
  readonly not_set_up: readonly ChannelId[]
}

/** Asks of everybody in the audience what the run would ask at their turn. In pieces: nothing waits for a long list. */
export async function firstRun(campaign: Campaign, context: FirstRunContext): Promise<FirstRun> {
  const { audiences, texts, channels } = context
  const { flow, policies } = campaign
  const gateway = context.gateway()
  const people = await audiences.find(campaign.contacts, campaign.audience)
  const isFirstSuccess = policies.delivery === 'first_success'
  const freeze = contactFreezer({ flow, isFirstSuccess, fields: texts.fieldsOf(campaign, flow) })
  const sent = perChannel(() => 0)
  let calls = 0
  const skips = new SkipTally()
  const pieces = inPieces()
  const reasonOf = reasonsWith(campaign, gateway, context)
  for (const person of people) {
    const contact = freeze(person)
    const phone = contact.addresses.ai_call
    if (phone !== undefined && phone.skip === undefined) calls += 1
    for (const channel of flow) {
      const reason = reasonOf(contact, channel)
      if (reason !== null) skips.count(channel, reason, contact.contact_id, contact.name)
      else {
        sent[channel] += 1
        // One success is enough: the channels behind it only stand by.
        if (isFirstSuccess) break
      }
    }
    if (pieces.isDue()) await pieces.rest()
  }
  return {
    contacts: people.length,
    sent_by_channel: sent,
    ai_calls: calls,
    skipped: skips.groups(),
    not_set_up: flow.filter((channel) => !channels[channel].isSetUp(gateway))
  }
}

/** The same questions in the same order as at the moment of sending (`RunSender`), without the waits. */
function reasonsWith(
  campaign: Campaign,
  gateway: FrozenGateway,
  { nowMs, texts, channels, obstacle }: FirstRunContext
) {
  const { timezone } = campaign.schedule_settings
  const clock = { nowMs: nowMs(), zone: timezone }
  return ({ contact_id, addresses, values = {} }: FrozenContact, channel: ChannelId) => {
    const address = addresses[channel]
    if (address?.skip !== undefined) return { code: address.skip }
    if (!channels[channel].isSetUp(gateway)) return { code: 'channel_not_set_up' as const }
    const code = obstacle({
      deliveryId: '',
      contactId: contact_id,
      channel,
      address: address?.to ?? '',
      gateway,
      timezone
    })
    if (code !== null) return { code }
    const text = sendable(texts.fill(campaign, channel, values, clock), campaign.missing_values)
    return typeof text === 'string' ? null : text.reason
  }
}
