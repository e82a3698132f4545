import { z } from 'zod'
import type { CalendarEntry, DayOfMessages, Holiday } from '../../domain/calendar'
import { dateSchema, instantSchema, objectIdSchema, zoneSchema } from '../../domain/primitives'
import type { CampaignView } from '../views'
import { call } from './call'

/** A longer stretch of a thousand campaigns would not fit into one answer. */
const LONGEST_CALENDAR_MS = 400 * 86_400_000
const isCalendarSpan = ([from, to]: readonly [string, string]): boolean =>
  Date.parse(to) - Date.parse(from) <= LONGEST_CALENDAR_MS

/** What comes and what was, by day. */
export const calendarCalls = {
  /** Everything on the calendar from one instant to another (exclusive), ascending; at most some 400 days. */
  calendar: call(z.tuple([instantSchema, instantSchema]).refine(isCalendarSpan, 'invalid_value')).gives<
    readonly CalendarEntry[]
  >(),
  /** Leaves one coming slot out, by its date in the campaign's zone, or puts it back. */
  skipSlot: call(z.tuple([objectIdSchema, dateSchema, z.boolean()])).gives<CampaignView>(),
  listHolidays: call(
    z.tuple([z.number().int().min(1970).max(2199), z.number().int().min(1970).max(2199)])
  ).gives<readonly Holiday[]>(),
  /** The messages of the last days, through the chosen kind of gateway (practice or live), day by day in a zone. */
  dailyMessages: call(z.tuple([z.number().int().min(1).max(366), zoneSchema])).gives<
    readonly DayOfMessages[]
  >()
} as const
