import type { FieldIssue } from '../../../shared/app-error'
import { issuesOf } from '../../../shared/app-error'
import { scheduleSettingsSchema } from '../../../shared/domain/schedule'
import { nextOccurrence } from './occurrences'
import { type ScheduleInput, endOf, startOf } from './plan'
import { instantOf } from './instant'
import { zoneNamed } from './zone'

/**
 * What is wrong with a schedule beyond the shape of its fields: moments that do not exist (2023-02-30, 25:00), an end
 * before the start, no slot at all. Empty: it runs. Input that the schema refuses is answered with the schema's issues.
 */
export function checkSchedule(schedule: ScheduleInput): FieldIssue[] {
  const parsed = scheduleSettingsSchema.safeParse(schedule)
  if (!parsed.success) return issuesOf(parsed.error)
  const zone = zoneNamed(schedule.timezone)
  if (!zone) return [{ path: ['timezone'], code: 'zone_unknown' }]

  const start = startOf(zone, schedule.start_time)
  const endMs = schedule.end_time === undefined ? Infinity : endOf(zone, schedule.end_time)
  const unreal: FieldIssue[] = []
  if (!start) unreal.push({ path: ['start_time'], code: 'date_time_invalid' })
  if (endMs === null) unreal.push({ path: ['end_time'], code: 'date_time_invalid' })
  if (!start || endMs === null) return unreal

  const startMs = start.atMs ?? instantOf(zone, start.wallMs).atMs
  if (endMs < startMs) return [{ path: ['end_time'], code: 'end_before_start' }]
  return neverRuns(schedule) ? [{ path: [fieldToBlame(schedule)], code: 'schedule_never_runs' }] : []
}

const neverRuns = (schedule: ScheduleInput) => nextOccurrence(schedule, -Infinity) === null

/** The field without which the schedule would run. */
function fieldToBlame(schedule: ScheduleInput): 'exclude_dates' | 'end_time' | 'start_time' {
  if (!neverRuns({ ...schedule, exclude_dates: [] })) return 'exclude_dates'
  return neverRuns({ ...schedule, end_time: undefined }) ? 'start_time' : 'end_time'
}
