import { ObjectId } from 'bson'
import type { AppError } from '../../shared/app-error'
import { type Campaign, hasAudience } from '../../shared/domain/campaign'
import type { Alert } from '../../shared/domain/alert'
import type { MissedReason, RunSummary, Trigger } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { Occurrence } from '../../shared/domain/schedule'
import type { ManualRunPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, FrozenGateway, Log, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import { triggerOf, type Verdicts } from '../scheduler/judge-slots'
import { isManualRunOf, manualRunId, slotRunId } from '../scheduler/slot-run-id'
import { isoOf } from '../system-clock'
import { type Freezer, reachableIn } from './run-freezer'
import { slotEntry } from './slot-entry'

export interface CampaignRunsContext {
  readonly clock: Clock
  readonly log: Log
  readonly index: RunIndex
  readonly coordinator: RunCoordinator
  readonly freezer: Freezer
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly settings: () => Settings
  readonly practiceGateway: () => FrozenGateway
  readonly alert: (alert: Alert) => void
}

const MISSED_WORDS: Readonly<Record<MissedReason, string>> = {
  too_late: 'the app was not running in time',
  older_slot: 'a later one was due as well',
  overlap: 'the run before was not over',
  policy_skip: 'late runs are skipped',
  emergency_stop: 'the emergency stop was on'
}

/** Turns slots and the operator's "run now" into runs. */
export class CampaignRuns {
  readonly #context: CampaignRunsContext

  constructor(context: CampaignRunsContext) {
    this.#context = context
  }

  /** Runs the slot that is to run and settles those that were missed, in one durable write. Throws when it cannot. */
  async carryOut(campaign: Campaign, verdicts: Verdicts): Promise<void> {
    const { index, log, alert } = this.#context
    const missed_at = this.#now()
    const gateway = this.#context.settings().gateway
    const settled = verdicts.missed.map(({ slot, reason }) =>
      slotEntry(campaign, slot, gateway, { status: 'missed', missed_reason: reason, missed_at })
    )
    if (verdicts.buffer !== null) {
      settled.push(slotEntry(campaign, verdicts.buffer, gateway, { status: 'buffered' }))
    }
    const { run } = verdicts
    const done =
      run === null
        ? await index.put(settled)
        : await this.#startSlot(campaign, run.slot, run.trigger, settled)
    if (!done.ok && done.error.code !== 'run_already_started' && done.error.code !== 'engine_stopped') {
      throw new Error(`${done.error.code} ${JSON.stringify(done.error.params ?? {})}`)
    }
    for (const { slot, reason } of verdicts.missed) this.#reportMissed(campaign, slot, reason)
    const count = verdicts.missed.length
    if (count > 0) alert({ type: 'slots_missed', campaign_name: campaign.name, count })
    if (verdicts.buffer === null) return
    const { _id: campaign_id, name: campaign_name } = campaign
    const { local, zone } = verdicts.buffer
    log({ type: 'slot_buffered', campaign_id, campaign_name, local, zone })
    // The open run makes way; the slot that waits starts when nothing of it is in flight any more.
    if (campaign.policies.overlap === 'cancel_running') await this.#supersede(campaign_id)
  }

  hasBuffered(campaignId: string): boolean {
    return this.#bufferedOf(campaignId) !== undefined
  }

  /** Starts the slot that waited for the campaign's other run to be over, however late. Throws when it cannot. */
  async startBuffered(campaign: Campaign): Promise<void> {
    const slot = this.#bufferedOf(campaign._id)?.slot
    if (!slot) return
    const trigger = triggerOf(slot, this.#context.clock.nowMs())
    const order = this.#context.freezer.freeze(campaign, slotRunId(campaign._id, slot), trigger, slot)
    const started = await this.#context.coordinator.start({ ...order, missed: [] })
    if (
      !started.ok &&
      started.error.code !== 'engine_stopped' &&
      started.error.code !== 'run_already_started'
    ) {
      throw new Error(started.error.code)
    }
  }

  /** Slots that wait become missed: their campaign is gone, or nothing may be sent at all. */
  async missBuffered(isLost: (campaignId: string) => boolean, reason: MissedReason): Promise<void> {
    const missed_at = this.#now()
    const lost = this.#context.index
      .all()
      .filter(({ status, campaign_id }) => status === 'buffered' && isLost(campaign_id))
      .map((run): RunSummary => ({ ...run, status: 'missed', missed_reason: reason, missed_at }))
    if (lost.length > 0) await this.#context.index.put(lost)
  }

  /** What "run now" would do. The id in it makes a double click one run. */
  async planManual(campaignId: string): Promise<Result<ManualRunPlan>> {
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    await this.#context.freezer.prepare(campaign)
    const runId = manualRunId(campaignId, new ObjectId().toHexString())
    const { contacts } = this.#context.freezer.freeze(campaign, runId, 'manual', null)
    const { gateway } = this.#context.settings()
    return ok({
      run_id: runId,
      contacts: contacts.length,
      reachable: reachableIn(contacts, campaign.flow),
      gateway
    })
  }

  /** Starts a planned manual run, also of a paused campaign. */
  startManual(campaignId: string, runId: string): Promise<Result<RunSummary>> {
    return this.#startByHand(campaignId, runId, 'manual')
  }

  /**
   * Runs a campaign as it is through the practice gateway, whatever gateway is chosen. Nobody gets anything, and no slot
   * of the campaign waits for it or is missed because of it.
   */
  startRehearsal(campaignId: string, runId: string): Promise<Result<RunSummary>> {
    return this.#startByHand(campaignId, runId, 'rehearsal')
  }

  async #startByHand(
    campaignId: string,
    runId: string,
    trigger: 'manual' | 'rehearsal'
  ): Promise<Result<RunSummary>> {
    const planned = this.#context.findCampaign(campaignId)
    if (planned !== undefined) await this.#context.freezer.prepare(planned)
    // From here to the start nothing waits: what is asked now is still so when the run begins.
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    if (!isManualRunOf(campaignId, runId)) return fail({ code: 'id_invalid' })
    if (campaign.status === 'archived') return fail({ code: 'campaign_archived' })
    const held = heldBy(this.#context.settings())
    if (held !== null) return fail(held)
    if (this.#context.index.find(runId) !== undefined) return fail({ code: 'run_already_started' })
    const isRehearsal = trigger === 'rehearsal'
    if (!isRehearsal && this.#context.coordinator.isOpen(campaignId))
      return fail({ code: 'campaign_running' })
    if (!hasAudience(campaign)) return fail({ code: 'no_contacts' })
    const gateway = isRehearsal ? this.#context.practiceGateway() : undefined
    const order = this.#context.freezer.freeze(campaign, runId, trigger, null, gateway)
    this.#context.freezer.reportUnknown(campaign)
    return this.#context.coordinator.start({ ...order, missed: [] })
  }

  #startSlot(
    campaign: Campaign,
    { nominal, zone, at }: Occurrence,
    trigger: Trigger,
    missed: readonly RunSummary[]
  ): Promise<Result<RunSummary>> {
    const slot = { nominal, zone, at }
    const order = this.#context.freezer.freeze(campaign, slotRunId(campaign._id, slot), trigger, slot)
    this.#context.freezer.reportUnknown(campaign)
    return this.#context.coordinator.start({ ...order, missed })
  }

  async #supersede(campaignId: string): Promise<void> {
    const { coordinator } = this.#context
    for (const runId of coordinator.openRunsOf(campaignId)) await coordinator.stopRun(runId, '', 'superseded')
  }

  #bufferedOf(campaignId: string): RunSummary | undefined {
    return this.#context.index
      .all()
      .find(({ campaign_id, status }) => campaign_id === campaignId && status === 'buffered')
  }

  #reportMissed(
    { _id: campaign_id, name: campaign_name }: Campaign,
    slot: Occurrence,
    reason: MissedReason
  ): void {
    const { local, zone } = slot
    this.#context.log({
      type: 'slot_missed',
      campaign_id,
      campaign_name,
      local,
      zone,
      why: MISSED_WORDS[reason]
    })
  }

  #now(): string {
    return isoOf(this.#context.clock.nowMs())
  }
}

/** What keeps the operator from starting anything now, or null. */
export function heldBy({ paused_all, emergency_stop, clock_hold }: Settings): AppError | null {
  if (emergency_stop !== null) return { code: 'emergency_stop' }
  if (clock_hold !== null) return { code: 'clock_hold' }
  return paused_all ? { code: 'paused_all' } : null
}
