import type { Campaign } from '../../shared/domain/campaign'
import { ADDRESS_FIELD, type ChannelId } from '../../shared/domain/channel'
import { type Contact, displayName, markedChannels } from '../../shared/domain/contact'
import type { Occurrence } from '../../shared/domain/schedule'
import type { Settings } from '../../shared/domain/settings'
import type { LastDelivery, ReachAnswer, ReachExplanation } from '../../shared/ipc/contact-views'
import type { ChannelView } from '../../shared/ipc/views'
import { quietUntilMs } from '../limits/quiet-hours'
import { valuesIn } from '../messages/field-names'
import type { MessageTexts } from '../messages/message-texts'
import { sendable } from '../messages/sendable-text'
import type { Clock, FrozenGateway, Ledgers, RunIndex } from '../ports'
import type { Sendable } from '../runner/run-context'
import { isoOf } from '../system-clock'
import { storedAddress } from './contact-keys'
import type { DoNotContact } from './do-not-contact'
import type { KnownAddresses, PeopleByAddress } from './people-by-address'

export interface ExplainContext {
  readonly clock: Clock
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly people: PeopleByAddress
  readonly texts: MessageTexts
  readonly doNotContact: Pick<DoNotContact, 'addressMarks'>
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
  readonly nextOf: (campaign: Campaign) => Occurrence | null
  /** The people of a campaign, in the order in which a run would take them. */
  readonly audienceOf: (campaign: Campaign) => Promise<readonly Contact[]>
  readonly lanes: () => readonly ChannelView[]
  /** Has the person had enough, by the frequency cap? */
  readonly isCapped: (delivery: Sendable) => boolean
}

/** Answers "why does this person not get this campaign?": what stands against it on each channel, and what was last. */
export async function explainReach(
  contact: Contact,
  campaign: Campaign,
  context: ExplainContext
): Promise<ReachExplanation> {
  const addresses = await context.people.ready()
  const audience = await context.audienceOf(campaign)
  const next = context.nextOf(campaign)
  const last = await lastDeliveries(contact, campaign, context)
  return {
    campaign_id: campaign._id,
    campaign_name: campaign.name,
    in_audience: audience.some(({ _id }) => _id === contact._id),
    next,
    held: heldBy(campaign, context.settings()),
    channels: campaign.flow.map((channel) => ({
      channel,
      answer: answerOn(channel, contact, campaign, audience, next, { ...context, addresses }),
      last: last.get(channel) ?? null
    }))
  }
}

function answerOn(
  channel: ChannelId,
  contact: Contact,
  campaign: Campaign,
  audience: readonly Contact[],
  next: Occurrence | null,
  context: ExplainContext & { readonly addresses: KnownAddresses }
): ReachAnswer {
  const field = ADDRESS_FIELD[channel]
  if (contact[field] === '') return { verdict: 'no_address' }
  const address = storedAddress(contact, channel)
  if (address === null) {
    return { verdict: channel === 'telegram' ? 'invalid_username' : 'invalid_number' }
  }
  const mark = context.doNotContact.addressMarks(contact).find((each) => each.channel === channel)
  if (mark !== undefined) {
    const by_address = !markedChannels(contact).includes(channel)
    return { verdict: 'do_not_contact', reason: mark.reason, since: mark.at, by_address }
  }
  const twin = firstWith(channel, address.key, audience, context.addresses)
  if (twin !== undefined && twin._id !== contact._id) {
    return { verdict: 'duplicate', of_id: twin._id, of_name: displayName(twin) }
  }
  const gateway = context.gateway()
  if ((channel === 'ai_call' ? gateway.ai_call_url : gateway.base_url) === '') {
    return { verdict: 'channel_not_set_up' }
  }
  const atMs = next === null ? context.clock.nowMs() : Date.parse(next.at)
  const unwritten = textObstacle(channel, contact, campaign, atMs, context.texts)
  if (unwritten !== null) return unwritten
  if (gateway.id === 'practice') return { verdict: 'gets_it' }
  const { timezone } = campaign.schedule_settings
  const delivery: Sendable = {
    deliveryId: '',
    contactId: contact._id,
    channel,
    address: address.to,
    gateway,
    timezone
  }
  if (context.isCapped(delivery)) return { verdict: 'frequency_cap' }
  const zone = contact.timezone === '' ? timezone : contact.timezone
  const untilMs = quietUntilMs(context.settings().quiet_hours[channel], zone, atMs)
  if (untilMs !== null) return { verdict: 'quiet_hours', until: isoOf(untilMs) }
  const lane = context.lanes().find((view) => view.channel === channel)
  if (lane === undefined || lane.state === 'ready') return { verdict: 'gets_it' }
  const { state, until } = lane
  return { verdict: state === 'limited' ? 'limit' : state, ...(until !== undefined && { until }) }
}

/** What the next message lacks for this person, if anything. */
function textObstacle(
  channel: ChannelId,
  contact: Contact,
  campaign: Campaign,
  nowMs: number,
  texts: MessageTexts
): ReachAnswer | null {
  const values = valuesIn(contact, texts.fieldsOf(campaign, [channel]))
  const clock = { nowMs, zone: campaign.schedule_settings.timezone }
  const text = sendable(texts.fill(campaign, channel, values, clock), campaign.missing_values)
  if (typeof text === 'string') return null
  const { code, detail = '' } = text.reason
  return code === 'missing_value' ? { verdict: code, field: detail } : { verdict: 'template_failed', detail }
}

/** The first of the audience who has an address: everybody else with it is a duplicate. */
function firstWith(
  channel: ChannelId,
  key: string,
  audience: readonly Contact[],
  addresses: KnownAddresses
): Contact | undefined {
  const sharing = new Set(addresses.having(key).filter((each) => storedAddress(each, channel)?.key === key))
  return sharing.size < 2 ? [...sharing][0] : audience.find((each) => sharing.has(each))
}

async function lastDeliveries(
  contact: Contact,
  campaign: Campaign,
  { ledgers, index }: ExplainContext
): Promise<ReadonlyMap<ChannelId, LastDelivery>> {
  const last = new Map<ChannelId, LastDelivery>()
  const ids = [contact._id, ...contact.merged_ids]
  for (const run of index.all()) {
    if (run.campaign_id !== campaign._id || run.started_at === null) continue
    const state = await ledgers.loadPeople(run.id, ids)
    for (const person of state?.contacts ?? []) {
      for (const channel of state?.channelsOf(person) ?? []) {
        const entry = state?.entry(person.contact_id, channel)
        if (entry === undefined || last.has(channel)) continue
        const { outcome, at = run.started_at } = entry
        const reason = outcome?.reason
        last.set(channel, { run_id: run.id, at, state: entry.state, ...(reason !== undefined && { reason }) })
      }
    }
    // Only the last run that knew the person: older ones answer another question.
    if (last.size > 0) break
  }
  return last
}

function heldBy({ status }: Campaign, { paused_all, emergency_stop }: Settings): ReachExplanation['held'] {
  if (status !== 'active') return status
  if (emergency_stop !== null) return 'emergency_stop'
  return paused_all ? 'paused_all' : null
}
