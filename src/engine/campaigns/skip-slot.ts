import type { AppError } from '../../shared/app-error'
import type { Campaign } from '../../shared/domain/campaign'
import { MOST_EXCLUDED_DATES } from '../../shared/domain/schedule'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, RunIndex } from '../ports'
import { nextOccurrence } from '../scheduler/occurrences/occurrences'
import { slotOnDate } from '../scheduler/occurrences/slot-on-date'
import { slotRunId } from '../scheduler/slot-run-id'
import type { CampaignService } from './campaign-service'

export interface SkippingContext {
  readonly clock: Clock
  readonly index: Pick<RunIndex, 'find'>
  readonly campaigns: Pick<CampaignService, 'change'>
  readonly runsLeft: (campaign: Campaign) => number
  /** Resolves when every slot that was judged by what the campaigns were before is settled. */
  readonly judged: () => Promise<void>
}

/**
 * Leaves one coming slot out, or puts it back, by its date in the campaign's zone. Nothing else of the campaign changes,
 * and no other slot is judged by it.
 *
 * The slot may become due while the file is being written. So what was judged meanwhile is waited for, and the slot is
 * looked at once more: a run that began goes on, and the date is taken out again (`run_already_started`).
 */
export async function skipSlot(
  context: SkippingContext,
  campaignId: string,
  date: string,
  skipped: boolean
): Promise<Result<Campaign>> {
  const { campaigns, index, judged } = context
  const saved = await campaigns.change(campaignId, (present) => {
    const refusal = refusalOf(context, present, date, skipped)
    return refusal === null ? ok(withDate(present, date, skipped)) : fail(refusal)
  })
  if (!saved.ok || !skipped) return saved
  await judged()
  const slot = slotOnDate(saved.value.schedule_settings, date)
  const begun = slot === null ? undefined : index.find(slotRunId(campaignId, slot))
  if (begun === undefined) return saved
  await campaigns.change(campaignId, (present) => ok(withDate(present, date, false)))
  return fail({ code: begun.status === 'missed' ? 'not_skippable' : 'run_already_started' })
}

/** What speaks against leaving the slot of a date out, or against putting it back. */
function refusalOf(
  { clock, index, runsLeft }: SkippingContext,
  campaign: Campaign,
  date: string,
  skipped: boolean
): AppError | null {
  const { status, schedule_settings: schedule } = campaign
  const slot = slotOnDate(schedule, date)
  const isComing =
    (status === 'active' || status === 'paused') &&
    schedule.frequency !== 'once' &&
    slot !== null &&
    Date.parse(slot.at) > clock.nowMs() &&
    index.find(slotRunId(campaign._id, slot)) === undefined &&
    runsLeft(campaign) > 0
  if (!isComing) return { code: 'not_skippable' }
  if (!skipped) return null
  const without = withDate(campaign, date, true).schedule_settings
  if (without.exclude_dates.length > MOST_EXCLUDED_DATES) {
    return { code: 'too_long', params: { maximum: MOST_EXCLUDED_DATES } }
  }
  // Without a slot ahead the campaign would be over, and there would be nothing to put this one back into.
  return nextOccurrence(without, clock.nowMs()) === null ? { code: 'not_skippable' } : null
}

/** The campaign with or without an excluded date; the same one when that changes nothing. */
function withDate(campaign: Campaign, date: string, excluded: boolean): Campaign {
  const { schedule_settings: schedule } = campaign
  const others = schedule.exclude_dates.filter((each) => each !== date)
  if (others.length < schedule.exclude_dates.length === excluded) return campaign
  const exclude_dates = excluded ? [...others, date].sort() : others
  return { ...campaign, schedule_settings: { ...schedule, exclude_dates } }
}
