import type { Campaign } from '../../shared/domain/campaign'
import type { RunSummary } from '../../shared/domain/run'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, FrozenGateway } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import { isoOf } from '../system-clock'
import type { CampaignService } from './campaign-service'

export interface HeldCallsContext {
  readonly clock: Clock
  readonly coordinator: Pick<RunCoordinator, 'live' | 'resumeChannel' | 'leaveCallsOut'>
  readonly campaigns: Pick<CampaignService, 'change'>
  readonly isChosen: (gateway: FrozenGateway) => boolean
}

/** The operator's word on AI calls that a run holds because they are more than were approved. */
export class HeldCalls {
  readonly #context: HeldCallsContext

  constructor(context: HeldCallsContext) {
    this.#context = context
  }

  /**
   * The calls go out, and the campaign's later runs may make as many. In this order: after a crash in between the next run
   * asks again, and no call is made that nobody said yes to.
   */
  async allow(runId: string): Promise<Result<RunSummary>> {
    const { coordinator, campaigns, isChosen } = this.#context
    const state = coordinator.live(runId)?.state
    const held = state?.callsHeld
    if (state === undefined || held == null) return fail({ code: 'run_not_open' })
    const resumed = await coordinator.resumeChannel(runId, 'ai_call')
    // A yes to one gateway says nothing about another. A campaign that is gone has no later runs.
    if (resumed.ok && isChosen(state.head.gateway)) {
      await campaigns.change(state.head.campaign_id, (campaign) => ok(this.#raised(campaign, held.count)))
    }
    return resumed
  }

  /** The run goes on without them. */
  leaveOut(runId: string): Promise<Result<RunSummary>> {
    return this.#context.coordinator.leaveCallsOut(runId)
  }

  #raised(campaign: Campaign, ai_calls: number): Campaign {
    if ((campaign.approval?.ai_calls ?? 0) >= ai_calls) return campaign
    return { ...campaign, approval: { at: isoOf(this.#context.clock.nowMs()), ai_calls } }
  }
}
