import { ObjectId } from 'bson'
import type { Campaign } from '../../shared/domain/campaign'
import type { Contact } from '../../shared/domain/contact'
import type { RunSummary, Slot, Trigger } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { Occurrence } from '../../shared/domain/schedule'
import type { ManualRunPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, FrozenGateway, Log, RunIndex } from '../ports'
import { orderRun } from '../runner/order-run'
import type { RunCoordinator } from '../runner/run-coordinator'
import type { MissedReason, Verdicts } from '../scheduler/judge-slots'
import { isManualRunOf, manualRunId, slotRunId } from '../scheduler/slot-run-id'
import { isoOf } from '../system-clock'

export interface CampaignRunsContext {
  readonly clock: Clock
  readonly log: Log
  readonly index: RunIndex
  readonly coordinator: RunCoordinator
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly findContact: (id: string) => Contact | undefined
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
}

const MISSED_WORDS: Readonly<Record<MissedReason, string>> = {
  too_late: 'the app was not running in time',
  older_slot: 'a later one was due as well',
  overlap: 'the run before was not over',
  policy_skip: 'late runs are skipped'
}

/** Turns slots and the operator's "run now" into runs. */
export class CampaignRuns {
  readonly #context: CampaignRunsContext

  constructor(context: CampaignRunsContext) {
    this.#context = context
  }

  /** Runs the slot that is to run and settles those that were missed, in one durable write. Throws when it cannot. */
  async carryOut(campaign: Campaign, verdicts: Verdicts): Promise<void> {
    const missed = verdicts.missed.map(({ slot, reason }) => this.#missedSlot(campaign, slot, reason))
    const done =
      verdicts.run === null
        ? await this.#context.index.put(missed)
        : await this.#start(campaign, slotRunId(campaign._id, verdicts.run.slot), verdicts.run.trigger, {
            slot: verdicts.run.slot,
            missed
          })
    if (!done.ok && done.error.code !== 'run_already_started' && done.error.code !== 'engine_stopped') {
      throw new Error(`${done.error.code} ${JSON.stringify(done.error.params ?? {})}`)
    }
    for (const { slot, reason } of verdicts.missed) {
      this.#context.log({
        type: 'slot_missed',
        campaign_id: campaign._id,
        campaign_name: campaign.name,
        local: slot.local,
        zone: slot.zone,
        why: MISSED_WORDS[reason]
      })
    }
  }

  /** What "run now" would do. The id in it makes a double click one run. */
  planManual(campaignId: string): Result<ManualRunPlan> {
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    const runId = manualRunId(campaignId, new ObjectId().toHexString())
    const { contacts } = this.#order(campaign, runId, 'manual', null)
    const reachable = Object.fromEntries(
      campaign.flow.map((channel) => {
        const served = contacts.filter((contact) => contact.addresses[channel]?.skip === undefined)
        return [channel, served.length]
      })
    )
    return ok({
      run_id: runId,
      contacts: contacts.length,
      reachable,
      gateway: this.#context.settings().gateway
    })
  }

  /** Starts a planned manual run, also of a paused campaign. */
  async startManual(campaignId: string, runId: string): Promise<Result<RunSummary>> {
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    if (!isManualRunOf(campaignId, runId)) return fail({ code: 'id_invalid' })
    if (campaign.status === 'archived') return fail({ code: 'campaign_archived' })
    if (this.#context.settings().paused_all) return fail({ code: 'paused_all' })
    if (this.#context.index.find(runId) !== undefined) return fail({ code: 'run_already_started' })
    if (this.#context.coordinator.isOpen(campaignId)) return fail({ code: 'campaign_running' })
    if (campaign.contacts.length === 0) return fail({ code: 'no_contacts' })
    return this.#start(campaign, runId, 'manual', { slot: null, missed: [] })
  }

  #start(
    campaign: Campaign,
    runId: string,
    trigger: Trigger,
    { slot, missed }: { readonly slot: Occurrence | null; readonly missed: readonly RunSummary[] }
  ): Promise<Result<RunSummary>> {
    const order = this.#order(campaign, runId, trigger, slot && slotOf(slot))
    const unknown = campaign.contacts.length - order.contacts.length
    if (unknown > 0) {
      const { _id: campaign_id, name: campaign_name } = campaign
      this.#context.log({ type: 'contacts_unknown', campaign_id, campaign_name, count: unknown })
    }
    return this.#context.coordinator.start({ ...order, missed })
  }

  #order(campaign: Campaign, runId: string, trigger: Trigger, slot: Slot | null) {
    const { clock, settings, gateway, findContact } = this.#context
    const ids = [...new Set(campaign.contacts)]
    const contacts = ids.map(findContact).filter((contact) => contact !== undefined)
    return orderRun({
      campaign,
      contacts,
      settings: settings(),
      gateway: gateway(),
      runId,
      trigger,
      slot,
      now: isoOf(clock.nowMs())
    })
  }

  #missedSlot(campaign: Campaign, slot: Occurrence, reason: MissedReason): RunSummary {
    return {
      id: slotRunId(campaign._id, slot),
      campaign_id: campaign._id,
      campaign_name: campaign.name,
      trigger: 'schedule',
      status: 'missed',
      slot: slotOf(slot),
      gateway: this.#context.settings().gateway,
      started_at: null,
      finished_at: null,
      missed_reason: reason,
      total_contacts: campaign.contacts.length,
      counts: { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0, skipped: 0 },
      sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 }
    }
  }
}

const slotOf = ({ nominal, zone, at }: Occurrence): Slot => ({ nominal, zone, at })
