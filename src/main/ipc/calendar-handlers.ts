import { listHolidays } from '../../engine/calendar/holidays'
import type { Engine } from '../../engine/engine'
import type { CampaignView } from '../../shared/ipc/views'
import { ok, type Result } from '../../shared/result'
import type { Handlers } from './answer-calls'

type CalendarCall = 'calendar' | 'skipSlot' | 'listHolidays'

/** What is planned and what became of it, and single slots that are left out. */
export function calendarHandlers(
  engine: Engine,
  viewOf: (campaignId: string) => Result<CampaignView>
): Pick<Handlers, CalendarCall> {
  return {
    calendar: async (from, to) => ok(await engine.calendar(from, to)),
    skipSlot: async (campaignId, date, skipped) => {
      const changed = await engine.skipSlot(campaignId, date, skipped)
      return changed.ok ? viewOf(campaignId) : changed
    },
    listHolidays: async (fromYear, toYear) => ok(await listHolidays(fromYear, toYear))
  }
}
