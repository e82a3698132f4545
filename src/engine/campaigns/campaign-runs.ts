import type { AppError } from '../../shared/app-error'
import { type Campaign, hasAudience } from '../../shared/domain/campaign'
import type { Alert } from '../../shared/domain/alert'
import type { MissedReason, RunSummary, Slot, Trigger } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { Occurrence } from '../../shared/domain/schedule'
import { fail, type Result } from '../../shared/result'
import type { Clock, FrozenGateway, Log, RunIndex } from '../ports'
import type { RunOrder } from '../runner/beginning'
import type { RunCoordinator } from '../runner/run-coordinator'
import { triggerOf, type Verdicts } from '../scheduler/judge-slots'
import { isManualRunOf, slotRunId } from '../scheduler/slot-run-id'
import { isoOf } from '../system-clock'
import { callsIn, unapprovedCalls } from './approved-calls'
import type { Freezer } from './run-freezer'
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

type Frozen = Omit<RunOrder, 'missed'>

const MISSED_WORDS: Readonly<Record<MissedReason, string>> = {
  too_late: 'the app was not running in time',
  older_slot: 'a later one was due as well',
  overlap: 'the run before was not over',
  policy_skip: 'late runs are skipped',
  emergency_stop: 'the emergency stop was on',
  nobody: 'nobody was in its audience'
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
    const { run } = verdicts
    const order = run === null ? null : this.#orderOf(campaign, run.slot, run.trigger)
    // A run to nobody would look as if all had gone well.
    const isToNobody = order?.contacts.length === 0
    const missed: Verdicts['missed'] =
      run !== null && isToNobody
        ? [...verdicts.missed, { slot: run.slot, reason: 'nobody' }]
        : verdicts.missed
    const settled = missed.map(({ slot, reason }) =>
      slotEntry(campaign, slot, gateway, { status: 'missed', missed_reason: reason, missed_at })
    )
    if (verdicts.buffer !== null) {
      settled.push(slotEntry(campaign, verdicts.buffer, gateway, { status: 'buffered' }))
    }
    const done =
      order === null || isToNobody ? await index.put(settled) : await this.#start(campaign, order, settled)
    if (!done.ok && done.error.code !== 'run_already_started' && done.error.code !== 'engine_stopped') {
      throw new Error(`${done.error.code} ${JSON.stringify(done.error.params ?? {})}`)
    }
    for (const { slot, reason } of missed) this.#reportMissed(campaign, slot, reason)
    const count = missed.length
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
    const { clock, alert } = this.#context
    const buffered = this.#bufferedOf(campaign._id)
    if (!buffered?.slot) return
    const { slot } = buffered
    const order = this.#orderOf(campaign, slot, triggerOf(slot, clock.nowMs()))
    if (order.contacts.length === 0) {
      const missed = await this.#miss([buffered], 'nobody')
      if (!missed.ok) throw new Error(missed.error.code)
      return alert({ type: 'slots_missed', campaign_name: campaign.name, count: 1 })
    }
    const started = await this.#start(campaign, order, [])
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
    const lost = this.#context.index
      .all()
      .filter(({ status, campaign_id }) => status === 'buffered' && isLost(campaign_id))
    if (lost.length > 0) await this.#miss(lost, reason)
  }

  /**
   * Starts a manual run, also of a paused campaign.
   * @param granted how many AI calls it may make, if that is more than what is approved for every run
   */
  startManual(campaignId: string, runId: string, granted: number): Promise<Result<RunSummary>> {
    return this.#startByHand(campaignId, runId, 'manual', granted)
  }

  /**
   * Runs a campaign as it is through the practice gateway, whatever gateway is chosen. Nobody gets anything, and no slot
   * of the campaign waits for it or is missed because of it.
   */
  startRehearsal(campaignId: string, runId: string): Promise<Result<RunSummary>> {
    return this.#startByHand(campaignId, runId, 'rehearsal', 0)
  }

  async #startByHand(
    campaignId: string,
    runId: string,
    trigger: 'manual' | 'rehearsal',
    granted: number
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
    const refusal = refusalByHand(campaign, order, granted)
    if (refusal !== null) return fail(refusal)
    this.#context.freezer.reportUnknown(campaign)
    return this.#context.coordinator.start({ ...order, missed: [] })
  }

  /** What a slot's run works with. Nobody is there to be asked: calls that are too many wait for a word on them. */
  #orderOf(campaign: Campaign, { nominal, zone, at }: Slot, trigger: Trigger): Frozen {
    const slot = { nominal, zone, at }
    const order = this.#context.freezer.freeze(campaign, slotRunId(campaign._id, slot), trigger, slot)
    const unapproved = unapprovedCalls(callsIn(order.contacts), campaign, order.head.gateway)
    return unapproved === null ? order : { ...order, head: { ...order.head, unapproved_calls: unapproved } }
  }

  async #start(
    campaign: Campaign,
    order: Frozen,
    missed: readonly RunSummary[]
  ): Promise<Result<RunSummary>> {
    const { coordinator, freezer, log, alert } = this.#context
    const { campaign_id, campaign_name, run_id, unapproved_calls: calls } = order.head
    freezer.reportUnknown(campaign)
    const started = await coordinator.start({ ...order, missed })
    if (!started.ok) return started
    if (calls !== undefined) {
      const text = `${calls.count} AI calls wait for a yes: ${calls.approved} were approved`
      log({ type: 'run_note', campaign_id, campaign_name, run_id, text, note: '' })
      alert({ type: 'calls_held', run_id, campaign_name, count: calls.count, approved: calls.approved })
    }
    // Only now: an order that the disk refused takes nobody's place.
    await coordinator.makeWay(campaign_id, run_id)
    return started
  }

  #miss(slots: readonly RunSummary[], reason: MissedReason): Promise<Result<unknown>> {
    const missed_at = this.#now()
    return this.#context.index.put(
      slots.map((run): RunSummary => ({ ...run, status: 'missed', missed_reason: reason, missed_at }))
    )
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

/** Why the operator cannot start that, or null. */
export function refusalByHand(
  campaign: Campaign,
  { head, contacts }: Frozen,
  granted: number
): AppError | null {
  if (contacts.length === 0) return { code: 'no_contacts' }
  const calls = unapprovedCalls(callsIn(contacts), campaign, head.gateway, granted)
  return calls === null ? null : { code: 'calls_not_approved', params: { count: calls.count } }
}

/** What keeps the operator from starting anything now, or null. */
export function heldBy({ paused_all, emergency_stop, clock_hold }: Settings): AppError | null {
  if (emergency_stop !== null) return { code: 'emergency_stop' }
  if (clock_hold !== null) return { code: 'clock_hold' }
  return paused_all ? { code: 'paused_all' } : null
}
