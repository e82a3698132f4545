import type { Campaign, CampaignDraft } from '../../shared/domain/campaign'
import type { TextProblem } from '../../shared/domain/message'
import type { Approval } from '../../shared/domain/rehearsal'
import { fail, ok, type Result } from '../../shared/result'
import { isSameGateway } from '../channels/gateway/same-gateway'
import type { Clock, FrozenGateway } from '../ports'
import { isoOf } from '../system-clock'
import type { CampaignService } from './campaign-service'

export interface ApprovalsContext {
  readonly clock: Clock
  readonly campaigns: CampaignService
  /** The chosen gateway. */
  readonly gateway: () => FrozenGateway
  /** How many AI calls a run of it could make. */
  readonly callsOf: (campaign: Campaign) => Promise<number>
  /** What is wrong with its texts as a whole: nobody could get them. */
  readonly problemsOf: (campaign: Campaign) => Promise<readonly TextProblem[]>
}

const NOT_ASKED: Approval = { ai_calls: null }

/**
 * The operator's yes, without which no campaign becomes active: its text must be one that can be sent, and its AI calls
 * need a yes of their own, to a number that the operator has read. A yes that was given holds for as many calls.
 */
export class Approvals {
  readonly #context: ApprovalsContext

  constructor(context: ApprovalsContext) {
    this.#context = context
  }

  /** Activates a campaign, or lets a paused one go on. */
  async activate(id: string, approval: Approval = NOT_ASKED): Promise<Result<Campaign>> {
    const { campaigns, gateway } = this.#context
    const asked = gateway()
    for (;;) {
      const campaign = campaigns.find(id)
      if (campaign === undefined) return fail({ code: 'not_found' })
      const approved = await this.#approved(campaign, approval)
      if (!approved.ok) return approved
      // The yes was to this gateway: one that was given to practice does not reach people.
      const activated = await campaigns.activate(campaign, approved.value, () =>
        isSameGateway(asked, gateway())
      )
      // It was changed while its people were counted: then the yes was to something else, and is asked again.
      if (activated.ok || activated.error.code !== 'campaign_changed') return activated
    }
  }

  /** Saves a draft. An active campaign stays approved only if this version of it is. */
  async save(draft: CampaignDraft, approval: Approval = NOT_ASKED): Promise<Result<Campaign>> {
    const { campaigns } = this.#context
    for (;;) {
      const present = draft._id === undefined ? undefined : campaigns.find(draft._id)
      const drafted = campaigns.drafted(draft)
      if (!drafted.ok) return drafted
      const approved =
        present?.status === 'active'
          ? await this.#approved(drafted.value, approval)
          : ok(drafted.value.approval)
      if (!approved.ok) return approved
      const saved = await campaigns.save(draft, { present, approval: approved.value })
      // It was changed meanwhile, perhaps activated: then it is judged anew.
      if (saved.ok || saved.error.code !== 'campaign_changed') return saved
    }
  }

  async #approved(campaign: Campaign, { ai_calls }: Approval): Promise<Result<Campaign['approval']>> {
    const { clock, callsOf, problemsOf } = this.#context
    const problems = await problemsOf(campaign)
    if (problems.length > 0) return fail({ code: 'message_wrong' })
    const calls = campaign.flow.includes('ai_call') ? await callsOf(campaign) : 0
    // What is said now counts, also a no; only where nothing is said the yes of before does.
    const granted = ai_calls ?? campaign.approval?.ai_calls ?? 0
    if (calls > granted) return fail({ code: 'calls_not_approved', params: { count: calls } })
    return ok(ai_calls === null ? campaign.approval : { at: isoOf(clock.nowMs()), ai_calls })
  }
}
