import type { CalendarEntry } from '../../shared/domain/calendar'
import type { Campaign } from '../../shared/domain/campaign'
import type { Result } from '../../shared/result'
import type { CampaignService } from '../campaigns/campaign-service'
import { skipSlot } from '../campaigns/skip-slot'
import { type CalendarContext, calendarEntries } from './calendar'
import { nextRuns, type NextRunsContext } from './next-runs'

interface CalendarAnswersContext extends Omit<CalendarContext & NextRunsContext, 'campaigns'> {
  readonly campaigns: CampaignService
  /** Resolves when every slot that was judged by what the campaigns were before is settled. */
  readonly judged: () => Promise<void>
}

/** What the calendar asks of the engine, and the one thing that it changes. */
export const calendarAnswers = ({ campaigns, judged, ...context }: CalendarAnswersContext) => ({
  /** Everything from one instant to another (exclusive), ascending. */
  calendar: (from: string, to: string): Promise<readonly CalendarEntry[]> =>
    calendarEntries({ ...context, campaigns: () => campaigns.list() }, from, to),

  /** The runs that come first, over all campaigns. */
  nextRuns: (count: number) => nextRuns({ ...context, campaigns: () => campaigns.list() }, count),

  /** Leaves one coming slot out, by its date in the campaign's zone, or puts it back. */
  skipSlot: (campaignId: string, date: string, skipped: boolean): Promise<Result<Campaign>> =>
    skipSlot({ ...context, campaigns, judged }, campaignId, date, skipped)
})
