import { ObjectId } from 'bson'
import type { AppError } from '../../shared/app-error'
import { type Campaign, type CampaignMessage, textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { DeliveryRef } from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { RetryPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import { readAddress } from '../contacts/address-key'
import { freezeContacts, takenKey } from '../contacts/freeze-contacts'
import { type FrozenContact, LEDGER_SCHEMA_VERSION, type LedgerHead } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { FieldKey } from '../messages/field-names'
import { freezeMessage, messageOf } from '../messages/frozen-message'
import type { MessageTexts } from '../messages/message-texts'
import type { Clock, FrozenGateway, RunIndex } from '../ports'
import { InTurn } from '../runner/in-turn'
import type { RunCoordinator } from '../runner/run-coordinator'
import { isRetryRunOf, retryRunId } from '../scheduler/slot-run-id'
import { isoOf } from '../system-clock'
import { heldBy } from './campaign-runs'

export interface RetryContext {
  readonly clock: Clock
  readonly index: RunIndex
  readonly coordinator: RunCoordinator
  readonly texts: MessageTexts
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly findContact: (id: string) => Contact | undefined
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
}

/**
 * "Retry failed": a new run with delivery ids of its own, for what failed in another one. Each failed delivery is
 * claimed by one retry only, and the claim is durable before the retry exists. A claim whose retry has no complete
 * head is void: that retry sent nothing.
 */
export class RetryRuns {
  readonly #context: RetryContext
  /** Two retries of one run follow each other, or both would find the same deliveries unclaimed. */
  readonly #turns = new InTurn()

  constructor(context: RetryContext) {
    this.#context = context
  }

  async plan(runId: string): Promise<Result<RetryPlan>> {
    const state = await this.#context.coordinator.state(runId)
    if (state === null) return fail({ code: 'not_found' })
    const elsewhere = this.#belongsElsewhere(state)
    if (elsewhere !== null) return fail(elsewhere)
    const refs = this.#retryable(state)
    if (refs.length === 0) return fail({ code: 'nothing_to_retry' })
    const { campaign_id, flow } = state.head
    const original = messageOf(state.head)
    const current = this.#message(state.head, 'current')
    const countOn = (channel: ChannelId) => refs.filter((ref) => ref.channel === channel).length
    const channels = flow.filter((channel) => countOn(channel) > 0)
    const isOther = (channel: ChannelId) => textOf(original, channel) !== textOf(current, channel)
    const isFilledOtherwise =
      original.placeholders !== current.placeholders || original.missing_values !== current.missing_values
    const shown = channels.find(isOther) ?? channels[0] ?? 'whatsapp'
    return ok({
      run_id: retryRunId(campaign_id, new ObjectId().toHexString()),
      deliveries: refs.length,
      by_channel: Object.fromEntries(channels.map((channel) => [channel, countOn(channel)])),
      text_changed: channels.some(isOther) || isFilledOtherwise,
      original_text: textOf(original, shown),
      current_text: textOf(current, shown),
      gateway: this.#context.settings().gateway
    })
  }

  /** Starts a planned retry. The same `newRunId` twice is one run. */
  start(runId: string, newRunId: string, text: 'original' | 'current'): Promise<Result<RunSummary>> {
    return this.#turns.do(runId, () => this.#start(runId, newRunId, text))
  }

  async #start(runId: string, newRunId: string, text: 'original' | 'current'): Promise<Result<RunSummary>> {
    const { clock, index, coordinator, texts, settings } = this.#context
    // Asked once: a switch while the claims are written must not send what was practice to people.
    const gateway = this.#context.gateway()
    const state = await coordinator.state(runId)
    if (state === null) return fail({ code: 'not_found' })
    const { head } = state
    const held = heldBy(settings())
    if (held !== null) return fail(held)
    const elsewhere = this.#belongsElsewhere(state, gateway)
    if (elsewhere !== null) return fail(elsewhere)
    if (!isRetryRunOf(head.campaign_id, newRunId)) return fail({ code: 'id_invalid' })
    if (index.find(newRunId) !== undefined) return fail({ code: 'run_already_started' })
    if (coordinator.isOpen(head.campaign_id)) return fail({ code: 'campaign_running' })
    const refs = this.#retryable(state)
    if (refs.length === 0) return fail({ code: 'nothing_to_retry' })
    const message = this.#message(head, text)
    const contacts = this.#freeze(state, refs, texts.fieldsOf(message, head.flow))
    const claimed = await coordinator.claim(runId, refs, newRunId)
    if (!claimed.ok) return claimed
    return coordinator.start({
      head: {
        ...head,
        schema_version: LEDGER_SCHEMA_VERSION,
        run_id: newRunId,
        trigger: 'retry',
        retry_of: runId,
        slot: null,
        ...freezeMessage(message, head.flow),
        gateway,
        timeouts_s: settings().timeouts_s,
        started_at: isoOf(clock.nowMs())
      },
      contacts,
      missed: []
    })
  }

  /** What the retry says: what the run said, or what the campaign says by now. */
  #message(head: LedgerHead, text: 'original' | 'current'): CampaignMessage {
    const campaign = text === 'current' ? this.#context.findCampaign(head.campaign_id) : undefined
    return campaign ?? messageOf(head)
  }

  /**
   * A retry takes the gateway that is chosen now. Through a live one, what was practice would reach people; through the
   * practice gateway, what failed for people would count as taken over and never reach them.
   */
  #belongsElsewhere({ head }: RunState, gateway = this.#context.gateway()): AppError | null {
    const isPractice = gateway.id === 'practice'
    if ((head.gateway.id === 'practice') === isPractice) return null
    return { code: isPractice ? 'gateway_changed' : 'practice_only' }
  }

  /** Failed, and not taken over by a retry that exists. */
  #retryable(state: RunState): DeliveryRef[] {
    const isFirstSuccess = state.head.policies.delivery === 'first_success'
    return state.contacts.flatMap((contact) => {
      const { contact_id } = contact
      const channels = state.channelsOf(contact)
      const stateOf = (channel: ChannelId) => state.entry(contact_id, channel).state
      const isReached = channels.some((channel) => ['sent', 'unknown'].includes(stateOf(channel)))
      if (isFirstSuccess && isReached) return []
      return channels
        .filter((channel) => stateOf(channel) === 'failed' && !this.#isClaimed(state, contact_id, channel))
        .map((channel) => ({ contact_id, channel }))
    })
  }

  #isClaimed(state: RunState, contactId: string, channel: ChannelId): boolean {
    const { claimedBy } = state.entry(contactId, channel)
    return claimedBy !== undefined && this.#context.index.find(claimedBy) !== undefined
  }

  /** The people as they are now (a number or a name may have been mended), on the channels where they failed. */
  #freeze(state: RunState, refs: readonly DeliveryRef[], fields: readonly FieldKey[]): FrozenContact[] {
    const { flow, policies } = state.head
    const failed = new Map<string, ChannelId[]>()
    for (const { contact_id, channel } of refs) {
      failed.set(contact_id, [...(failed.get(contact_id) ?? []), channel])
    }
    const chosen = state.contacts.filter(({ contact_id }) => failed.has(contact_id))
    // Who became part of somebody else since is that person now, and a second delivery to them is a duplicate.
    const present = chosen.flatMap(({ contact_id }) => {
      const contact = this.#context.findContact(contact_id)
      return contact === undefined ? [] : [{ ...contact, _id: contact_id }]
    })
    const frozen = freezeContacts(present, {
      flow,
      isFirstSuccess: policies.delivery === 'first_success',
      channelsOf: (contactId) => failed.get(contactId) ?? [],
      taken: this.#taken(state),
      fields
    })
    const byId = new Map(frozen.map((contact) => [contact.contact_id, contact]))
    // Who was deleted stays in the run as it was, and is skipped as deleted when the turn comes.
    return chosen.map(
      (contact) => byId.get(contact.contact_id) ?? only(contact, failed.get(contact.contact_id))
    )
  }

  /** Addresses that have had this message, or may have: nobody gets it twice because a number was changed. */
  #taken(state: RunState): string[] {
    const { default_country } = this.#context.settings()
    return state.contacts.flatMap((contact) =>
      state.channelsOf(contact).flatMap((channel) => {
        const { state: found } = state.entry(contact.contact_id, channel)
        if (found !== 'sent' && found !== 'unknown') return []
        const reading = readAddress(channel, contact.addresses[channel]?.to ?? '', default_country)
        return reading === null ? [] : [takenKey(channel, reading.key)]
      })
    )
  }
}

const only = (contact: FrozenContact, channels: readonly ChannelId[] = []): FrozenContact => ({
  ...contact,
  addresses: Object.fromEntries(channels.map((channel) => [channel, contact.addresses[channel]]))
})
