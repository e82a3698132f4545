import { describe, expect, it } from 'vitest'
import { agendaLayout, dayAtLine, lineOf } from '../../../src/renderer/features/calendar/agenda-layout'
import { changesByDay, dayStarts, entriesByDay } from '../../../src/renderer/features/calendar/calendar-days'
import { entryKey, entryState } from '../../../src/renderer/features/calendar/entry-state'
import {
  datesBetween,
  dayAfterKey,
  monthDates,
  plusMonths,
  weekdayOf
} from '../../../src/renderer/features/calendar/month-dates'
import type { CalendarEntry } from '../../../src/shared/domain/calendar'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

const planned = (at: string): CalendarEntry => ({
  kind: 'planned',
  campaign_id: '0'.repeat(24),
  campaign_name: at,
  at,
  occurrence: { nominal: at.slice(0, 19), zone: 'UTC', at, local: at.slice(0, 19), notes: [] },
  run: null,
  can_skip: true
})

const grouped = (zone: string, dates: readonly string[], instants: readonly string[]) => {
  const days = entriesByDay(instants.map(planned), dayStarts(zone, dates))
  return Object.fromEntries(dates.map((date, index) => [date, days[index]?.map(({ at }) => at)]))
}

describe('entries on the days of a zone', () => {
  it('midnight belongs to the day that it begins, in the zone that is shown', () => {
    const instants = ['2026-03-09T16:59:59.999Z', '2026-03-09T17:00:00.000Z', '2026-03-10T17:00:00.000Z']
    expect(grouped('Asia/Ho_Chi_Minh', ['2026-03-09', '2026-03-10'], instants)).toEqual({
      '2026-03-09': [instants[0]],
      '2026-03-10': [instants[1]]
    })
    expect(grouped('UTC', ['2026-03-09', '2026-03-10'], instants)).toEqual({
      '2026-03-09': [instants[0], instants[1]],
      '2026-03-10': [instants[2]]
    })
  })

  it('a day of 23 hours and one of 25 have what lies in them', () => {
    expect(
      grouped('Europe/Berlin', datesBetween('2026-03-28', '2026-03-30'), [
        '2026-03-28T22:59:59.000Z',
        '2026-03-28T23:00:00.000Z',
        '2026-03-29T21:59:59.000Z',
        '2026-03-29T22:00:00.000Z'
      ])
    ).toEqual({
      '2026-03-28': ['2026-03-28T22:59:59.000Z'],
      '2026-03-29': ['2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.000Z'],
      '2026-03-30': ['2026-03-29T22:00:00.000Z']
    })
    expect(
      grouped(
        'America/New_York',
        ['2026-11-01'],
        [
          '2026-11-01T03:59:59.000Z',
          '2026-11-01T04:00:00.000Z',
          '2026-11-02T04:59:59.000Z',
          '2026-11-02T05:00:00.000Z'
        ]
      )
    ).toEqual({ '2026-11-01': ['2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.000Z'] })
  })

  it('nothing is lost or doubled over a year, wherever days begin at odd times', () => {
    const instants = Array.from({ length: 365 * 48 }, (_, half) =>
      new Date(Date.UTC(2026, 0, 2) + half * 1_800_000).toISOString()
    )
    const dates = datesBetween('2026-01-01', '2027-01-03')
    for (const zone of ['Asia/Beirut', 'Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe']) {
      const days = entriesByDay(instants.map(planned), dayStarts(zone, dates))
      expect(days.flat().map(({ at }) => at)).toEqual(instants)
    }
  })

  it('the days on which clocks change are marked: the own zone first, and no change twice', () => {
    const dates = datesBetween('2026-03-27', '2026-03-30')
    const changes = changesByDay(
      ['Europe/Berlin', 'Europe/Paris', 'Asia/Ho_Chi_Minh', 'Asia/Beirut'],
      dayStarts('Europe/Berlin', dates)
    )
    expect(changes.map((day) => day.map(({ zone, byMs }) => [zone, byMs]))).toEqual([
      [],
      // Beirut changes at its midnight, when it is still the day before in Berlin.
      [['Asia/Beirut', 3_600_000]],
      [['Europe/Berlin', 3_600_000]],
      []
    ])
  })
})

describe('the dates of a month', () => {
  it('are whole weeks from Monday on', () => {
    expect(monthDates('2026-03-10')).toEqual(datesBetween('2026-02-23', '2026-04-05'))
    expect(monthDates('2027-02-28')).toEqual(datesBetween('2027-02-01', '2027-02-28'))
    for (let month = '2024-01-01'; month < '2030-01-01'; month = plusMonths(month, 1)) {
      const dates = monthDates(month)
      expect([dates.length % 7, weekdayOf(dates[0] ?? ''), dates.includes(month)]).toEqual([0, 0, true])
    }
  })

  it.each([
    ['ArrowLeft', '2026-02-28'],
    ['ArrowRight', '2026-03-02'],
    ['ArrowUp', '2026-02-22'],
    ['ArrowDown', '2026-03-08'],
    ['Home', '2026-02-23'],
    ['End', '2026-03-01'],
    ['PageUp', '2026-02-01'],
    ['PageDown', '2026-04-01'],
    ['a', null]
  ])('%s leads from Sunday 1 March to %s', (key, date) => {
    expect(dayAfterKey('2026-03-01', key)).toBe(date)
  })

  it('a month that is shorter has its last day', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(plusMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(plusMonths('2026-11-30', 2)).toBe('2027-01-30')
  })
})

describe('the lines of the agenda', () => {
  const day = (date: string, entries: number, clocks = 0) => ({
    date,
    entries: Array.from({ length: entries }, () => planned(`${date}T09:00:00.000Z`)),
    clock_changes: Array.from({ length: clocks }, () => ({ zone: 'UTC', atMs: 0, byMs: 1 }))
  })
  const days = [
    day('2026-03-09', 2),
    day('2026-03-10', 0),
    day('2026-03-11', 0),
    day('2026-03-12', 3),
    day('2026-03-13', 0, 1)
  ]

  it('are days with something on them, today, and the day that is looked at', () => {
    const layout = agendaLayout(days, '2026-03-10', '2026-03-10')
    expect(layout.places.map(({ day, line, lines }) => [day.date, line, lines])).toEqual([
      ['2026-03-09', 1, 3],
      ['2026-03-10', 4, 2],
      ['2026-03-12', 6, 4],
      ['2026-03-13', 10, 2]
    ])
    expect(layout.lines).toBe(13)
    expect(agendaLayout(days, '2026-03-10', '2026-03-11').places).toHaveLength(5)
  })

  it('are found by date and by place', () => {
    const layout = agendaLayout(days, '2026-03-10', '2026-03-10')
    expect(lineOf(layout, '2026-03-12')).toBe(6)
    expect(lineOf(layout, '2026-03-11')).toBe(6)
    expect(lineOf(layout, '2026-04-01')).toBe(12)
    expect(dayAtLine(layout, 5)?.day.date).toBe('2026-03-10')
    expect(dayAtLine(layout, 0)?.day.date).toBe('2026-03-09')
  })
})

describe('how an entry stands', () => {
  const run = (changes: Partial<RunSummary>): CalendarEntry => ({
    ...planned('2026-03-10T09:00:00.000Z'),
    kind: 'run',
    run: {
      id: `${'0'.repeat(24)}_1`,
      campaign_id: '0'.repeat(24),
      campaign_name: 'x',
      trigger: 'schedule',
      status: 'finished',
      slot: null,
      gateway: 'practice',
      started_at: null,
      finished_at: null,
      paused_channels: [],
      total_contacts: 1,
      counts: noDeliveries,
      sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 },
      ...changes
    }
  })
  const counts = (changes: Partial<RunSummary['counts']>) => run({ counts: { ...noDeliveries, ...changes } })

  it.each([
    ['planned', planned('2026-03-10T09:00:00.000Z')],
    ['left_out', { ...planned('2026-03-10T09:00:00.000Z'), kind: 'left_out' as const }],
    ['missed', run({ status: 'missed' })],
    ['dismissed', run({ status: 'missed', dismissed_at: '2026-03-11T09:00:00.000Z' })],
    ['waiting', run({ status: 'buffered' })],
    ['running', run({ status: 'running' })],
    ['paused', run({ status: 'paused' })],
    ['all_sent', counts({ sent: 3 })],
    ['sent', counts({ sent: 3, skipped: 1 })],
    ['failures', counts({ sent: 3, failed: 1, unknown: 2 })],
    ['unclear', counts({ sent: 3, unknown: 1 })],
    ['nothing', counts({ skipped: 3 })],
    ['stopped', run({ stop: { reason: 'operator', at: '2026-03-10T09:00:00.000Z', note: '' } })]
  ])('%s', (state, entry) => {
    expect(entryState(entry)).toBe(state)
  })

  it('a slot keeps its key from its plan to its run; runs without one have their own', () => {
    const slot = planned('2026-03-10T09:00:00.000Z')
    expect(entryKey({ ...run({}), occurrence: slot.occurrence })).toBe(entryKey(slot))
    expect(entryKey({ ...run({}), occurrence: null })).not.toBe(entryKey(slot))
  })
})
