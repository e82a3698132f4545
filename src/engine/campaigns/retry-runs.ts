import { ObjectId } from 'bson'
import type { AppError } from '../../shared/app-error'
import { type Campaign, type CampaignMessage, textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { DeliveryRef } from '../../shared/domain/delivery'
import { isOpen, type RunSummary } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { RetryPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import { freezeContacts } from '../contacts/freeze-contacts'
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
import { takenAddresses } from './taken-addresses'

export interface RetryContext {
  readonly clock: Clock
  readonly index: RunIndex
  readonly coordinator: RunCoordinator
  readonly texts: MessageTexts
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly findContact: (id: string) => Contact | undefined
  readonly settings: () => Settings
  /** The chosen gateway. */
  readonly gateway: () => FrozenGateway
  readonly practiceGateway: () => FrozenGateway
}

/**
 * "Retry failed": a new run with delivery ids of its own, for what failed in another one. Each failed delivery is
 * claimed by one retry only, and the claim is durable before the retry exists. A claim whose retry has no complete
 * head is void: that retry sent nothing. A rehearsal's retry is a rehearsal.
 */
export class RetryRuns {
  readonly #context: RetryContext
  /** Retries of one campaign follow each other, or two would find the same deliveries unclaimed and addresses untaken. */
  readonly #turns = new InTurn()

  constructor(context: RetryContext) {
    this.#context = context
  }

  async plan(runId: string): Promise<Result<RetryPlan>> {
    const state = await this.#context.coordinator.state(runId)
    if (state === null) return fail({ code: 'not_found' })
    const gateway = this.#gatewayFor(state)
    const elsewhere = belongsElsewhere(state, gateway)
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
      gateway: gateway.id
    })
  }

  /** Starts a planned retry. The same `newRunId` twice is one run. */
  start(runId: string, newRunId: string, text: 'original' | 'current'): Promise<Result<RunSummary>> {
    const campaignId = this.#context.index.find(runId)?.campaign_id ?? runId
    return this.#turns.do(campaignId, () => this.#start(runId, newRunId, text))
  }

  async #start(runId: string, newRunId: string, text: 'original' | 'current'): Promise<Result<RunSummary>> {
    const { clock, index, coordinator, texts, settings } = this.#context
    const state = await coordinator.state(runId)
    if (state === null) return fail({ code: 'not_found' })
    const { head } = state
    const defaultCountry = settings().default_country
    const taken = await takenAddresses(state, { index, coordinator, defaultCountry })
    // Asked once: a switch while the claims are written must not send what was practice to people.
    const gateway = this.#gatewayFor(state)
    const held = heldBy(settings())
    if (held !== null) return fail(held)
    const elsewhere = belongsElsewhere(state, gateway)
    if (elsewhere !== null) return fail(elsewhere)
    if (!isRetryRunOf(head.campaign_id, newRunId)) return fail({ code: 'id_invalid' })
    if (index.find(newRunId) !== undefined) return fail({ code: 'run_already_started' })
    if (this.#isBusy(state)) return fail({ code: 'campaign_running' })
    const refs = this.#retryable(state)
    if (refs.length === 0) return fail({ code: 'nothing_to_retry' })
    const message = this.#message(head, text)
    const contacts = this.#freeze(state, refs, taken, texts.fieldsOf(message, head.flow))
    const claimed = await coordinator.claim(runId, refs, newRunId)
    if (!claimed.ok) return claimed
    // Which calls are made again was read in the dialog, and what is retried was approved before.
    const { unapproved_calls: _asked, ...repeated } = head
    return coordinator.start({
      head: {
        ...repeated,
        schema_version: LEDGER_SCHEMA_VERSION,
        run_id: newRunId,
        trigger: isRehearsal(state) ? 'rehearsal' : 'retry',
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

  /** What a retry goes through: the gateway that is chosen now, and for a rehearsal always that of practice. */
  #gatewayFor(state: RunState): FrozenGateway {
    return isRehearsal(state) ? this.#context.practiceGateway() : this.#context.gateway()
  }

  /** A retry waits until no run of the campaign is open; a rehearsal's, which holds up nothing, for that rehearsal alone. */
  #isBusy(state: RunState): boolean {
    const { index, coordinator } = this.#context
    const { run_id, campaign_id } = state.head
    // Also one that holds up no slot: what it still holds may go to the very people who are retried.
    if (!isRehearsal(state)) return coordinator.openRunsOf(campaign_id).length > 0
    const run = index.find(run_id)
    return run !== undefined && isOpen(coordinator.current(run))
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
  #freeze(
    state: RunState,
    refs: readonly DeliveryRef[],
    taken: readonly string[],
    fields: readonly FieldKey[]
  ): FrozenContact[] {
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
      taken,
      fields
    })
    const byId = new Map(frozen.map((contact) => [contact.contact_id, contact]))
    // Who was deleted stays in the run as it was, and is skipped as deleted when the turn comes.
    return chosen.map(
      (contact) => byId.get(contact.contact_id) ?? only(contact, failed.get(contact.contact_id))
    )
  }
}

const isRehearsal = ({ head }: RunState): boolean => head.trigger === 'rehearsal'

/**
 * Through a live gateway, what was practice would reach people; through the practice gateway, what failed for people
 * would count as taken over and never reach them.
 */
function belongsElsewhere({ head }: RunState, gateway: FrozenGateway): AppError | null {
  const isPractice = gateway.id === 'practice'
  if ((head.gateway.id === 'practice') === isPractice) return null
  return { code: isPractice ? 'gateway_changed' : 'practice_only' }
}

const only = (contact: FrozenContact, channels: readonly ChannelId[] = []): FrozenContact => ({
  ...contact,
  addresses: Object.fromEntries(channels.map((channel) => [channel, contact.addresses[channel]]))
})
