import { ObjectId } from 'bson'
import type { Campaign } from '../../shared/domain/campaign'
import type { TextProblem } from '../../shared/domain/message'
import type { Approval } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { ManualRunPlan, SendPlan } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import { unapprovedCalls } from '../campaigns/approved-calls'
import type { CampaignRuns } from '../campaigns/campaign-runs'
import type { MissedSlots } from '../campaigns/missed-slots'
import { manualRunId } from '../scheduler/slot-run-id'
import { firstRun, type FirstRunContext } from './first-run'

export interface RunsByHandContext {
  readonly people: FirstRunContext
  readonly findCampaign: (id: string) => Campaign | undefined
  readonly campaignRuns: Pick<CampaignRuns, 'startManual' | 'startRehearsal'>
  readonly missed: Pick<MissedSlots, 'campaignOf' | 'send'>
  /** What is wrong with its texts as a whole: nobody could get them. */
  readonly problemsOf: (campaign: Campaign) => Promise<readonly TextProblem[]>
}

const NOT_ASKED: Approval = { ai_calls: null }

/**
 * Runs that the operator starts: "run now", "send now" of a missed slot, a rehearsal for real. What is shown before is what
 * the review shows, and the same is asked for: a text that can be sent, and a yes to more AI calls than were approved.
 */
export class RunsByHand {
  readonly #context: RunsByHandContext

  constructor(context: RunsByHandContext) {
    this.#context = context
  }

  /** What "run now" would do. The id in it makes a double click one run. */
  async planManual(campaignId: string): Promise<Result<ManualRunPlan>> {
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    return ok({
      run_id: manualRunId(campaignId, new ObjectId().toHexString()),
      ...(await this.#planOf(campaign))
    })
  }

  /** What "send now" of a missed slot would do, as its campaign stands now. */
  async planMissed(runId: string): Promise<Result<SendPlan>> {
    const campaign = this.#context.missed.campaignOf(runId)
    return campaign.ok ? ok(await this.#planOf(campaign.value)) : campaign
  }

  /** Starts a planned run, also of a paused campaign. */
  async startManual(
    campaignId: string,
    runId: string,
    { ai_calls }: Approval = NOT_ASKED
  ): Promise<Result<RunSummary>> {
    const campaign = this.#context.findCampaign(campaignId)
    if (campaign === undefined) return fail({ code: 'not_found' })
    if (await this.#isWrong(campaign)) return fail({ code: 'message_wrong' })
    return this.#context.campaignRuns.startManual(campaignId, runId, ai_calls ?? 0)
  }

  /** Runs a missed slot now, under its own id. */
  async sendMissed(runId: string, { ai_calls }: Approval = NOT_ASKED): Promise<Result<RunSummary>> {
    const campaign = this.#context.missed.campaignOf(runId)
    if (!campaign.ok) return campaign
    if (await this.#isWrong(campaign.value)) return fail({ code: 'message_wrong' })
    return this.#context.missed.send(runId, ai_calls ?? 0)
  }

  /** Nobody gets anything: what is wrong with a text is what a rehearsal may show. */
  startRehearsal(campaignId: string, runId: string): Promise<Result<RunSummary>> {
    return this.#context.campaignRuns.startRehearsal(campaignId, runId)
  }

  async #isWrong(campaign: Campaign): Promise<boolean> {
    return (await this.#context.problemsOf(campaign)).length > 0
  }

  async #planOf(campaign: Campaign): Promise<SendPlan> {
    const { people } = this.#context
    const gateway = people.gateway()
    const { contacts, sent_by_channel, ai_calls, skipped } = await firstRun(campaign, people)
    return {
      contacts,
      sent_by_channel,
      flow: campaign.flow,
      skipped,
      calls_to_approve: unapprovedCalls(ai_calls, campaign, gateway)?.count ?? 0,
      gateway: gateway.id
    }
  }
}
