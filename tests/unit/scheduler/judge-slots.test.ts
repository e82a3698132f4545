import { describe, expect, it } from 'vitest'
import { judgeSlots, type Judging } from '../../../src/engine/scheduler/judge-slots'
import { occurrencesBetween } from '../../../src/engine/scheduler/occurrences/occurrences'
import { policiesSchema } from '../../../src/shared/domain/campaign'
import type { ScheduleSettings } from '../../../src/shared/domain/schedule'
import { slotRunId } from '../../../src/engine/scheduler/slot-run-id'

const ID = '0123456789abcdef01234567'
const at = (time: string) => Date.parse(`2026-03-${time}Z`)

const schedule: ScheduleSettings = {
  frequency: 'daily',
  start_time: '2026-03-01T09:00:00',
  timezone: 'UTC',
  interval: 1,
  days_of_week: [],
  exclude_dates: []
}

const daily: Judging['campaign'] = {
  _id: ID,
  policies: policiesSchema.parse({})
}

function judge(
  now: string,
  { floorMs = at('09T12:00:00'), ...changes }: Partial<Judging> & { readonly floorMs?: number } = {}
) {
  const verdicts = judgeSlots({
    campaign: daily,
    nowMs: at(now),
    due: occurrencesBetween(schedule, floorMs, at(now)),
    isSettled: () => false,
    isOpen: false,
    hasBuffered: false,
    isEmergency: false,
    runsLeft: Infinity,
    ...changes
  })
  return {
    run: verdicts.run && `${verdicts.run.trigger} ${verdicts.run.slot.nominal}`,
    missed: verdicts.missed.map(({ slot, reason }) => `${reason} ${slot.nominal}`)
  }
}

const skipping = { ...daily, policies: { ...daily.policies, missed: 'skip' as const } }

describe('what becomes of a slot that is due (design: which slots count, missed, overlap)', () => {
  it('nothing before its time', () => expect(judge('10T08:59:59')).toEqual({ run: null, missed: [] }))

  it.each(['10T09:00:00', '10T09:00:59', '10T09:01:00'])('up to 60 s late is on time: %s', (now) =>
    expect(judge(now)).toEqual({ run: 'schedule 2026-03-10T09:00:00', missed: [] })
  )

  it.each(['10T09:01:01', '10T10:00:00'])('later, inside the window, it is caught up: %s', (now) =>
    expect(judge(now)).toEqual({ run: 'catch_up 2026-03-10T09:00:00', missed: [] })
  )

  it('behind the window it is missed', () =>
    expect(judge('10T10:00:01')).toEqual({ run: null, missed: ['too_late 2026-03-10T09:00:00'] }))

  it('of several only the latest runs; the older ones are missed', () =>
    expect(judge('12T09:30:00')).toEqual({
      run: 'catch_up 2026-03-12T09:00:00',
      missed: ['older_slot 2026-03-10T09:00:00', 'older_slot 2026-03-11T09:00:00']
    }))

  it('"skip" never catches up, and still runs on time', () => {
    expect(judge('10T09:01:01', { campaign: skipping }).missed).toEqual(['policy_skip 2026-03-10T09:00:00'])
    expect(judge('10T09:00:30', { campaign: skipping }).run).toBe('schedule 2026-03-10T09:00:00')
  })

  it('slots at or before activation, resume or edit do not count', () => {
    expect(judge('10T09:00:30', { floorMs: at('10T09:00:00') })).toEqual({ run: null, missed: [] })
    expect(judge('10T09:00:30', { floorMs: at('10T08:59:59') }).run).toBe('schedule 2026-03-10T09:00:00')
  })

  it('a slot that ran or was settled is not judged again', () => {
    const settled = slotRunId(ID, { nominal: '2026-03-10T09:00:00', zone: 'UTC' })
    expect(judge('10T09:00:30', { isSettled: (id) => id === settled })).toEqual({ run: null, missed: [] })
  })

  it('while a run is open the slot is missed: overlap', () =>
    expect(judge('10T09:00:30', { isOpen: true })).toEqual({
      run: null,
      missed: ['overlap 2026-03-10T09:00:00']
    }))

  it('when max_runs is used up nothing runs and nothing is missed', () =>
    expect(judge('10T09:00:30', { runsLeft: 0 })).toEqual({ run: null, missed: [] }))

  it('a slot in a gap has the id of its nominal time, so new zone data cannot run it twice', () => {
    expect(slotRunId(ID, { nominal: '2026-03-29T02:30:00', zone: 'Europe/Berlin' })).toBe(
      `${ID}_20260329T023000_Europe.Berlin`
    )
  })
})
