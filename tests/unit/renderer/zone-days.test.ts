import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { clockChanges, dateAt, plusDays, startOfDay, zoneOffsetMs } from '../../../src/renderer/ui/zone-days'

const HOUR_MS = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

/** Zones that change their clocks at odd hours, by odd amounts, at midnight, or not at all. */
const ZONES = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'America/Asuncion',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia'
]

describe('days of a zone', () => {
  it('begin at the first instant that carries the date, whatever the clocks do', () => {
    for (const zone of ZONES) {
      for (let date = '2023-12-30'; date < '2026-01-02'; date = plusDays(date, 1)) {
        const start = startOfDay(zone, date)
        const shown = (ms: number) => DateTime.fromMillis(ms, { zone }).toISODate()
        expect([zone, shown(start), shown(start - 1)]).toEqual([zone, date, plusDays(date, -1)])
        expect(dateAt(zone, start)).toBe(date)
      }
    }
  })

  it('a day that a zone never had takes no time', () => {
    const [before, gone, after] = ['2011-12-29', '2011-12-30', '2011-12-31'].map((date) =>
      startOfDay('Pacific/Apia', date)
    )
    expect(after! - before!).toBe(24 * HOUR_MS)
    expect(gone).toBe(after)
  })

  it('an unknown zone is UTC', () => {
    expect(startOfDay('Mars/Phobos', '2026-03-29')).toBe(Date.parse('2026-03-29T00:00:00Z'))
    expect(zoneOffsetMs('Mars/Phobos', 0)).toBe(0)
  })
})

describe('changes of the clocks', () => {
  const onDay = (zone: string, date: string) =>
    clockChanges(zone, [startOfDay(zone, date), startOfDay(zone, plusDays(date, 1))])[0] ?? null

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-29T01:00:00.000Z', 1],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T01:00:00.000Z', -1],
    ['America/New_York', '2026-03-08', '2026-03-08T07:00:00.000Z', 1],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T15:00:00.000Z', -0.5],
    // At midnight: the day that begins with the new time is the day of the change.
    ['Asia/Beirut', '2025-03-30', '2025-03-29T22:00:00.000Z', 1]
  ])('%s on %s', (zone, date, at, hours) => {
    const change = onDay(zone, date)
    expect(change && { at: iso(change.atMs), byMs: change.byMs, zone: change.zone }).toEqual({
      at,
      byMs: hours * HOUR_MS,
      zone
    })
    expect(onDay(zone, plusDays(date, 1))).toBeNull()
    expect(onDay(zone, plusDays(date, -1))).toBeNull()
  })

  it('there are none where clocks stay as they are', () => {
    const days = Array.from({ length: 365 }, (_, day) => plusDays('2026-01-01', day))
    const starts = (zone: string) => days.map((date) => startOfDay(zone, date))
    expect(clockChanges('Asia/Ho_Chi_Minh', starts('Asia/Ho_Chi_Minh'))).toEqual([])
    expect(clockChanges('Europe/Berlin', starts('Asia/Ho_Chi_Minh')).map(({ atMs }) => iso(atMs))).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T01:00:00.000Z'
    ])
  })
})
