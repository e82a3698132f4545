import { ObjectId } from 'bson'
import { isDeepStrictEqual } from 'node:util'
import {
  audienceSchema,
  type Campaign,
  type CampaignDraft,
  type CampaignStatus,
  type ForgottenRuns,
  isAllowedMove,
  policiesSchema
} from '../../shared/domain/campaign'
import type { AppError } from '../../shared/app-error'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock } from '../ports'
import { checkSchedule } from '../scheduler/occurrences/schedule-check'
import type { Collection } from '../store/collection'
import type { CampaignsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { activationObstacle } from './activation'

export interface CampaignContext {
  readonly clock: Clock
  readonly collection: Collection<CampaignsFile>
  readonly hasOpenRun: (campaignId: string) => boolean
  readonly runsLeft: (campaign: Campaign) => number
}

/** The version of a campaign that a change was approved for (none: a new one), and the yes to it. */
export interface ApprovedChange {
  readonly present: Campaign | undefined
  readonly approval: Campaign['approval']
}

/** The campaigns and the moves of their status. Every change is durable when it resolves. */
export class CampaignService {
  readonly #context: CampaignContext

  constructor(context: CampaignContext) {
    this.#context = context
  }

  list(): readonly Campaign[] {
    return this.#context.collection.value.campaigns
  }

  find(id: string): Campaign | undefined {
    return this.list().find((campaign) => campaign._id === id)
  }

  /**
   * Adds a draft, or changes the campaign with the draft's `_id`; that holds from its next run on. What was approved is the
   * change of that very version; `campaign_changed` when it is another by now.
   */
  async save(draft: CampaignDraft, approved?: ApprovedChange): Promise<Result<Campaign>> {
    return this.#decide(draft._id, (present) => {
      if (approved !== undefined && approved.present !== present) return fail({ code: 'campaign_changed' })
      const drafted = this.#drafted(draft, present)
      if (!drafted.ok) return drafted
      const campaign =
        approved === undefined ? drafted.value : { ...drafted.value, approval: approved.approval }
      const obstacle = campaign.status === 'active' ? this.obstacleTo(campaign) : null
      return obstacle === null ? ok(campaign) : fail(obstacle)
    })
  }

  /** The campaign that saving a draft would store. */
  drafted(draft: CampaignDraft): Result<Campaign> {
    return this.#drafted(draft, draft._id === undefined ? undefined : this.find(draft._id))
  }

  /** What keeps a campaign from being activated now, or null. */
  obstacleTo(campaign: Campaign): AppError | null {
    return activationObstacle(campaign, this.#context.clock.nowMs(), this.#context.runsLeft(campaign))
  }

  /** Moves a campaign's status as the operator asked (design: status moves). */
  setStatus(id: string, status: CampaignStatus): Promise<Result<Campaign>> {
    return this.#decide(id, (present) => this.#moved(present, status))
  }

  /** Changes a campaign as it is when its turn to be written comes, so that no other change is lost. */
  change(id: string, decide: (present: Campaign) => Result<Campaign>): Promise<Result<Campaign>> {
    return this.#decide(id, (present) =>
      present === undefined ? fail({ code: 'not_found' }) : decide(present)
    )
  }

  /** Activates a campaign that is still the one that was approved; `campaign_changed` when it is not. */
  activate(
    approved: Campaign,
    approval: Campaign['approval'],
    isSameGateway: () => boolean
  ): Promise<Result<Campaign>> {
    return this.#decide(approved._id, (present) => {
      if (present !== approved) return fail({ code: 'campaign_changed' })
      if (!isSameGateway()) return fail({ code: 'gateway_changed' })
      const moved = this.#moved(present, 'active')
      return moved.ok ? ok({ ...moved.value, approval }) : moved
    })
  }

  /** Deletes a campaign without an open run. Its ledgers stay. */
  async delete(id: string): Promise<Result<null>> {
    if (this.find(id) === undefined) return fail({ code: 'not_found' })
    if (this.#context.hasOpenRun(id)) return fail({ code: 'campaign_running' })
    const saved = await this.#context.collection.update((file) => ({
      ...file,
      campaigns: file.campaigns.filter((campaign) => campaign._id !== id)
    }))
    return saved.ok ? ok(null) : saved
  }

  /**
   * Pauses every active campaign: after a switch to a live gateway each is confirmed by activating it again. A yes to AI
   * calls that was given to another gateway is forgotten.
   */
  pauseActive(): Promise<Result<unknown>> {
    const now = this.#now()
    return this.#changeEach((campaign) => {
      const { status, approval } = campaign
      if (status !== 'active' && approval === null) return campaign
      return { ...campaign, status: status === 'active' ? 'paused' : status, approval: null, updated_at: now }
    })
  }

  /** An imported campaign may be active without ever having been activated here: its past slots do not count. */
  async fillEffectiveFrom(): Promise<void> {
    const now = this.#now()
    await this.#changeEach((campaign) =>
      campaign.status === 'active' && campaign.effective_from === null
        ? { ...campaign, effective_from: now }
        : campaign
    )
  }

  /** The clock was set back: an activation that lies ahead now would hold the campaign until then. */
  async cutFuture(): Promise<void> {
    const now = this.#now()
    await this.#changeEach((campaign) => {
      const { effective_from, forgotten } = campaign
      const isAhead = effective_from !== null && effective_from > now
      const wasForgottenAhead = forgotten !== null && forgotten.until > now
      if (!isAhead && !wasForgottenAhead) return campaign
      return {
        ...campaign,
        ...(isAhead && { effective_from: now }),
        ...(wasForgottenAhead && { forgotten: { ...forgotten, until: now } })
      }
    })
  }

  /** Notes what is about to be removed of the campaigns' runs, by campaign id. */
  noteForgotten(notes: ReadonlyMap<string, ForgottenRuns>): Promise<Result<unknown>> {
    return this.#changeEach((campaign) => {
      const forgotten = notes.get(campaign._id)
      return forgotten === undefined ? campaign : { ...campaign, forgotten }
    })
  }

  #created(draft: CampaignDraft): Campaign {
    const now = this.#now()
    return {
      ...draft,
      _id: new ObjectId().toHexString(),
      status: 'draft',
      audience: draft.audience ?? audienceSchema.parse({}),
      policies: draft.policies ?? policiesSchema.parse({}),
      texts: draft.texts ?? {},
      placeholders: draft.placeholders ?? false,
      missing_values: draft.missing_values ?? 'skip',
      approval: null,
      effective_from: null,
      forgotten: null,
      created_at: now,
      updated_at: now
    }
  }

  #changed(present: Campaign, draft: CampaignDraft): Campaign {
    const now = this.#now()
    const rescheduled = !isDeepStrictEqual(present.schedule_settings, draft.schedule_settings)
    return {
      ...present,
      ...draft,
      audience: draft.audience ?? present.audience,
      policies: draft.policies ?? present.policies,
      texts: draft.texts ?? present.texts,
      placeholders: draft.placeholders ?? present.placeholders,
      missing_values: draft.missing_values ?? present.missing_values,
      _id: present._id,
      updated_at: now,
      // A slot that the edit moved into the past must not run at once.
      ...(rescheduled && present.effective_from !== null && { effective_from: now })
    }
  }

  #drafted(draft: CampaignDraft, present: Campaign | undefined): Result<Campaign> {
    const issues = checkSchedule(draft.schedule_settings)
    if (issues.length > 0) {
      const path = (below: readonly (string | number)[]) => ['schedule_settings', ...below]
      const placed = issues.map((issue) => ({ ...issue, path: path(issue.path) }))
      return fail({ code: 'invalid_value', issues: placed })
    }
    if (draft._id !== undefined && present === undefined) return fail({ code: 'not_found' })
    if (present?.status === 'archived') return fail({ code: 'campaign_archived' })
    return ok(present === undefined ? this.#created(draft) : this.#changed(present, draft))
  }

  #moved(present: Campaign | undefined, status: CampaignStatus): Result<Campaign> {
    if (present === undefined) return fail({ code: 'not_found' })
    if (present.status === status) return ok(present)
    if (!isAllowedMove(present.status, status)) {
      return fail({ code: 'status_move_refused', params: { from: present.status, to: status } })
    }
    if (status === 'archived' && this.#context.hasOpenRun(present._id))
      return fail({ code: 'campaign_running' })
    const now = this.#now()
    if (status !== 'active') return ok({ ...present, status, updated_at: now })
    const obstacle = this.obstacleTo(present)
    return obstacle === null
      ? ok({ ...present, status, effective_from: now, updated_at: now })
      : fail(obstacle)
  }

  /**
   * Stores what `decide` makes of the campaign as it is when its turn comes: a change that is on its way to the disk is
   * not undone by one that was asked for meanwhile. Without an id it is a new one.
   */
  async #decide(
    id: string | undefined,
    decide: (present: Campaign | undefined) => Result<Campaign>
  ): Promise<Result<Campaign>> {
    let decided: Result<Campaign> = fail({ code: 'unexpected' })
    const saved = await this.#context.collection.update((file) => {
      const present = file.campaigns.find(({ _id }) => _id === id)
      decided = decide(present)
      if (!decided.ok || decided.value === present) return file
      const campaign = decided.value
      return {
        ...file,
        campaigns:
          present === undefined
            ? [...file.campaigns, campaign]
            : file.campaigns.map((each) => (each === present ? campaign : each))
      }
    })
    return saved.ok ? decided : saved
  }

  #changeEach(change: (campaign: Campaign) => Campaign): Promise<Result<unknown>> {
    return this.#context.collection.update((file) => {
      const campaigns = file.campaigns.map(change)
      return campaigns.every((campaign, index) => campaign === file.campaigns[index])
        ? file
        : { ...file, campaigns }
    })
  }

  #now(): string {
    return isoOf(this.#context.clock.nowMs())
  }
}
