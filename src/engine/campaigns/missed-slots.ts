import { type Campaign, hasAudience } from '../../shared/domain/campaign'
import { displayName } from '../../shared/domain/contact'
import type { RunSummary } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { MissedPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import { isoOf } from '../system-clock'
import { heldBy, refusalByHand } from './campaign-runs'
import type { Freezer } from './run-freezer'

export interface MissedSlotsContext {
  readonly clock: Clock
  readonly index: RunIndex
  readonly coordinator: RunCoordinator
  readonly freezer: Freezer
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly settings: () => Settings
}

const NAMES_ON_A_CARD = 5

/** The missed inbox: slots that passed without a run, and what the operator decides about each. */
export class MissedSlots {
  readonly #context: MissedSlotsContext

  constructor(context: MissedSlotsContext) {
    this.#context = context
  }

  /** The campaign of a slot that was missed. */
  campaignOf(runId: string): Result<Campaign> {
    const found = this.#find(runId)
    return found.ok ? ok(found.value.campaign) : found
  }

  /** Whom the slot concerned, as its campaign stands now. */
  async plan(runId: string): Promise<Result<MissedPlan>> {
    const found = this.#find(runId)
    if (!found.ok) return found
    const { campaign } = found.value
    const { freezer } = this.#context
    await freezer.prepare(campaign)
    const people = freezer.peopleOf(campaign)
    return ok({
      contacts: people.length,
      names: people.slice(0, NAMES_ON_A_CARD).map(displayName)
    })
  }

  /**
   * Runs the slot now, under its own id: however often it is asked for, it runs once.
   * @param granted how many AI calls it may make, if that is more than what is approved for every run
   */
  async send(runId: string, granted: number): Promise<Result<RunSummary>> {
    const planned = this.#find(runId)
    if (planned.ok) await this.#context.freezer.prepare(planned.value.campaign)
    const found = this.#find(runId)
    if (!found.ok) return found
    const { campaign, run } = found.value
    const held = heldBy(this.#context.settings())
    if (held !== null) return fail(held)
    if (this.#context.coordinator.isOpen(campaign._id)) return fail({ code: 'campaign_running' })
    if (!hasAudience(campaign)) return fail({ code: 'no_contacts' })
    const order = this.#context.freezer.freeze(campaign, run.id, 'catch_up', run.slot)
    const refusal = refusalByHand(campaign, order, granted)
    if (refusal !== null) return fail(refusal)
    this.#context.freezer.reportUnknown(campaign)
    return this.#context.coordinator.start({ ...order, missed: [] })
  }

  /** Takes slots out of the inbox. Gives how many were in it. */
  async skip(runIds: readonly string[]): Promise<Result<number>> {
    const dismissed_at = isoOf(this.#context.clock.nowMs())
    const skipped = runIds
      .flatMap((id) => this.#context.index.find(id) ?? [])
      .filter((run) => run.status === 'missed' && run.dismissed_at === undefined)
      .map((run) => ({ ...run, dismissed_at }))
    if (skipped.length === 0) return ok(0)
    const saved = await this.#context.index.put(skipped)
    return saved.ok ? ok(skipped.length) : saved
  }

  /** The clock was set back: slots that were settled too early lie ahead again and will be judged at their time. */
  async reopenFuture(): Promise<void> {
    const now = isoOf(this.#context.clock.nowMs())
    const ahead = this.#context.index
      .all()
      .filter(({ status, slot }) => status === 'missed' && slot !== null && slot.at > now)
    for (const { id } of ahead) await this.#context.index.remove(id)
  }

  #find(runId: string): Result<{ readonly campaign: Campaign; readonly run: RunSummary }> {
    const run = this.#context.index.find(runId)
    if (run?.status !== 'missed') return fail({ code: 'not_missed' })
    const campaign = this.#context.findCampaign(run.campaign_id)
    return campaign === undefined ? fail({ code: 'not_found' }) : ok({ campaign, run })
  }
}
