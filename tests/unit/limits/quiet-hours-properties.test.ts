import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { quietUntilMs } from '../../../src/engine/limits/quiet-hours'
import type { QuietHours } from '../../../src/shared/domain/settings'

const RUNS = Number(process.env['LIMIT_PROPERTY_RUNS'] ?? 1500)
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Ho_Chi_Minh',
  'Asia/Beirut',
  'America/Havana',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC'
]
/** Within a day of these, clocks change in one or the other of the zones. */
const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-02-15T02:00Z',
  '2026-03-22T02:00Z',
  '2011-12-30T10:00Z'
].map((at) => Date.parse(at))

const pad = (value: number) => String(value).padStart(2, '0')
const timeArbitrary = fc
  .nat({ max: 24 * 60 - 1 })
  .map((minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`)

const caseArbitrary = fc.record({
  hours: fc.record({ on: fc.constant(true), from: timeArbitrary, to: timeArbitrary }),
  zone: fc.constantFrom(...ZONES),
  nowMs: fc.oneof(
    fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1500, max: 1500 }))
      .map(([changeMs, minutes]) => changeMs + minutes * MINUTE_MS),
    fc.integer({ min: Date.parse('2020-01-01T00:00Z'), max: Date.parse('2040-01-01T00:00Z') })
  )
})

type Case = typeof caseArbitrary extends fc.Arbitrary<infer T> ? T : never

/** What the clock on the wall there shows, by luxon. */
const clockAt = (zone: string, ms: number) => DateTime.fromMillis(ms, { zone }).toFormat('HH:mm')

const isQuietByClock = ({ from, to }: QuietHours, time: string) =>
  from < to ? time >= from && time < to : from !== to && (time >= from || time < to)

const offsetChangesAround = (zone: string, ms: number) => {
  const offsets = [-2, -1, 0, 1, 2].map((days) => DateTime.fromMillis(ms + days * DAY_MS, { zone }).offset)
  return new Set(offsets).size > 1
}

const check = (property: (each: Case) => void) =>
  fc.assert(fc.property(caseArbitrary, property), { numRuns: RUNS })

describe('quiet hours: properties of random hours, zones and instants', () => {
  it('let nothing out while the clock there shows a quiet time', () => {
    check(({ hours, zone, nowMs }) => {
      if (isQuietByClock(hours, clockAt(zone, nowMs)))
        expect(quietUntilMs(hours, zone, nowMs)).toBeGreaterThan(nowMs)
    })
  })

  it('end later than now, when it is not quiet, at the time that was set', () => {
    check(({ hours, zone, nowMs }) => {
      const endMs = quietUntilMs(hours, zone, nowMs)
      if (endMs === null) return
      expect(endMs).toBeGreaterThan(nowMs)
      expect(quietUntilMs(hours, zone, endMs)).toBeNull()
      if (!offsetChangesAround(zone, endMs)) expect(clockAt(zone, endMs)).toBe(hours.to)
    })
  })

  it('are the same seen from every instant before their end', () => {
    fc.assert(
      fc.property(caseArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (each, part) => {
        const { hours, zone, nowMs } = each
        const endMs = quietUntilMs(hours, zone, nowMs)
        if (endMs === null) return
        const betweenMs = nowMs + Math.floor((endMs - 1 - nowMs) * part)
        expect(quietUntilMs(hours, zone, betweenMs)).toBe(endMs)
      }),
      { numRuns: RUNS }
    )
  })

  it('are what the clock shows and nothing else, where no clock changes', () => {
    check(({ hours, zone, nowMs }) => {
      if (offsetChangesAround(zone, nowMs)) return
      const isQuiet = isQuietByClock(hours, clockAt(zone, nowMs))
      const endMs = quietUntilMs(hours, zone, nowMs)
      expect(endMs !== null).toBe(isQuiet)
      if (endMs !== null) expect(endMs - nowMs).toBeLessThanOrEqual(DAY_MS)
    })
  })

  it('never last two days, whatever the clocks do', () => {
    check(({ hours, zone, nowMs }) => {
      const endMs = quietUntilMs(hours, zone, nowMs)
      if (endMs !== null) expect(endMs - nowMs).toBeLessThan(2 * DAY_MS)
    })
  })
})
