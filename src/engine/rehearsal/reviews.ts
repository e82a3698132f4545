import type { Campaign, CampaignDraft } from '../../shared/domain/campaign'
import type { MessageCheck } from '../../shared/domain/message'
import type { CampaignReview } from '../../shared/domain/rehearsal'
import type { Occurrence } from '../../shared/domain/schedule'
import type { AppError } from '../../shared/app-error'
import { fail, ok, type Result } from '../../shared/result'
import { nextOccurrence } from '../scheduler/occurrences/occurrences'
import { firstRun, type FirstRunContext } from './first-run'
import { activated } from './rehearsals'
import { rehearse, type RehearsalWorld } from './rehearse'

const DAY_MS = 86_400_000

export interface ReviewsContext {
  readonly world: RehearsalWorld
  readonly people: FirstRunContext
  /** The campaign that saving a draft would store. */
  readonly drafted: (draft: CampaignDraft) => Result<Campaign>
  readonly obstacleTo: (campaign: Campaign) => AppError | null
  readonly check: (campaign: Campaign) => Promise<MessageCheck>
}

/** What the operator reads before saying yes. One at a time: the latest is the one that is looked at. */
export class Reviews {
  readonly #context: ReviewsContext
  #latest = 0

  constructor(context: ReviewsContext) {
    this.#context = context
  }

  /** Fails with `cancelled` when another one is asked for meanwhile. */
  async review(draft: CampaignDraft): Promise<Result<CampaignReview>> {
    const { world, people, obstacleTo, check } = this.#context
    const mine = (this.#latest += 1)
    const isCancelled = () => mine !== this.#latest
    const drafted = this.#context.drafted(draft)
    if (!drafted.ok) return drafted
    const campaign = activated(drafted.value, world.nowMs())
    const run = await firstRun(campaign, people)
    const message = await check(campaign)
    const first = this.#firstSlot(campaign)
    const isEmpty = Object.values(run.sent_by_channel).every((count) => count === 0)
    const finished_at = isEmpty ? null : await this.#endOfFirst(campaign, first, isCancelled)
    if (isCancelled()) return fail({ code: 'cancelled' })
    return ok({
      ...run,
      first,
      finished_at,
      gateway: world.gateway().id,
      message,
      obstacle: obstacleTo(campaign)
    })
  }

  #firstSlot(campaign: Campaign): Occurrence | null {
    const { world } = this.#context
    if (campaign.type !== 'scheduled') return null
    return nextOccurrence(campaign.schedule_settings, Math.max(world.nowMs(), world.floorMs(campaign)))
  }

  /** When the first run would be over, played through at the limits as they are; null after more than a week. */
  async #endOfFirst(
    campaign: Campaign,
    first: Occurrence | null,
    isCancelled: () => boolean
  ): Promise<string | null> {
    const { world } = this.#context
    if (first === null && campaign.type === 'scheduled') return null
    // Limits look back a day at most: what happens long before the first run does not matter to it.
    const fromMs = Math.max(world.nowMs(), first === null ? 0 : Date.parse(first.at) - DAY_MS)
    const played = await rehearse(world, {
      campaign,
      rules: 'as_set_up',
      fromMs,
      firstRunOnly: true,
      isCancelled
    })
    return played?.runs.find(({ run }) => run !== null)?.run?.finished_at ?? null
  }
}
