import type { Campaign, CampaignDraft } from '../../shared/domain/campaign'
import type { Rehearsal, RehearsalRules } from '../../shared/domain/rehearsal'
import { fail, ok, type Result } from '../../shared/result'
import { isoOf } from '../system-clock'
import { rehearse, type RehearsalWorld } from './rehearse'

export interface RehearsalsContext {
  readonly world: RehearsalWorld
  /** The campaign that saving a draft would store. */
  readonly drafted: (draft: CampaignDraft) => Result<Campaign>
  /** How far the rehearsal is, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Rehearsals for the window: one at a time, the latest is the one that is wanted. */
export class Rehearsals {
  readonly #context: RehearsalsContext
  #latest = 0

  constructor(context: RehearsalsContext) {
    this.#context = context
  }

  /** The next week of a campaign, as if it were activated now. Fails with `cancelled` when another one is asked for. */
  async rehearse(draft: CampaignDraft, rules: RehearsalRules): Promise<Result<Rehearsal>> {
    const { world, onProgress } = this.#context
    const mine = (this.#latest += 1)
    const drafted = this.#context.drafted(draft)
    if (!drafted.ok) return drafted
    const rehearsal = await rehearse(world, {
      campaign: activated(drafted.value, world.nowMs()),
      rules,
      isCancelled: () => mine !== this.#latest,
      onProgress
    })
    return rehearsal === null ? fail({ code: 'cancelled' }) : ok(rehearsal)
  }

  cancel(): void {
    this.#latest += 1
  }
}

/** The campaign as it would be if it were activated at that instant; an active one is as it is. */
export function activated(campaign: Campaign, nowMs: number): Campaign {
  const isActive = campaign.status === 'active' && campaign.effective_from !== null
  const effective_from = isActive ? campaign.effective_from : isoOf(nowMs)
  // Its calls are approved then, however many there are: that is what is being looked at.
  const approval = { at: isoOf(nowMs), ai_calls: Number.MAX_SAFE_INTEGER }
  return { ...campaign, status: 'active', effective_from, approval }
}
