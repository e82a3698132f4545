import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { asleepForecast, type ForecastInput } from '../../../src/engine/presence/asleep-forecast'

const ZONE = 'Asia/Ho_Chi_Minh'
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const at = (local: string, zone = ZONE) => DateTime.fromISO(local, { zone }).toMillis()

/** Asleep from 22:00 to 06:00 in the nights to those days of March 2026. */
const nights = (...days: number[]) =>
  days.map((day) => {
    const toMs = at('2026-03-01T06:00') + (day - 1) * DAY_MS
    return { fromMs: toMs - 8 * HOUR_MS, toMs }
  })

/** On Tuesday the 10th at noon: what is to be expected of the next morning at 5. */
const forecast = (changes: Partial<ForecastInput> = {}) =>
  asleepForecast({
    gaps: [],
    knownFromMs: at('2026-01-01T00:00'),
    nowMs: at('2026-03-10T12:00'),
    atMs: at('2026-03-11T05:00'),
    zone: ZONE,
    ...changes
  })

describe('will the computer be asleep then?', () => {
  it.each([
    [[], 0, false],
    [[10, 9, 8], 3, false],
    [[10, 9, 8, 7], 4, true],
    [[10, 8, 6, 4], 4, true],
    [[10, 9, 8, 7, 6, 5, 4], 7, true],
    [[3, 2, 1], 0, false]
  ])('asleep in the nights to the %j of seven: %i days, likely: %s', (days, daysAsleep, isLikely) =>
    expect(forecast({ gaps: nights(...days) })).toEqual({ daysAsleep, daysKnown: 7, isLikely })
  )

  it.each([
    ['2026-03-08T05:00:00.001', [10, 9], { daysAsleep: 2, daysKnown: 2, isLikely: false }],
    ['2026-03-08T05:00', [10, 9], { daysAsleep: 2, daysKnown: 3, isLikely: true }],
    ['2026-03-08T05:00', [10], { daysAsleep: 1, daysKnown: 3, isLikely: false }],
    ['2026-03-07T00:00', [10, 9], { daysAsleep: 2, daysKnown: 4, isLikely: false }],
    ['2026-03-07T00:00', [10, 9, 8], { daysAsleep: 3, daysKnown: 4, isLikely: true }],
    ['2026-03-10T12:00', [10, 9, 8], { daysAsleep: 0, daysKnown: 0, isLikely: false }]
  ])('only days since %s are known (asleep: %j)', (knownFrom, days, expected) =>
    expect(forecast({ knownFromMs: at(knownFrom), gaps: nights(...days) })).toEqual(expected)
  )

  it.each([
    ['inside', '04:00', '06:00', 1],
    ['asleep a moment later', '05:00', '06:00', 0],
    ['awake at that moment', '04:00', '05:00', 0],
    ['just inside', '04:59:59.999', '05:00:00.001', 1],
    ['before', '01:00', '04:59', 0]
  ])('a gap counts when that time lies in it: %s', (_what, from, to, daysAsleep) => {
    const gaps = [{ fromMs: at(`2026-03-10T${from}`), toMs: at(`2026-03-10T${to}`) }]
    expect(forecast({ gaps })).toMatchObject({ daysAsleep })
  })

  it('one long gap makes every day in it asleep; gaps that overlap count a day once', () => {
    const holiday = { fromMs: at('2026-03-05T00:00'), toMs: at('2026-03-09T00:00') }
    expect(forecast({ gaps: [holiday, ...nights(5, 6)] })).toMatchObject({ daysAsleep: 4, isLikely: true })
  })

  it('today counts once its time has passed', () => {
    const gaps = nights(10)
    expect(forecast({ gaps, nowMs: at('2026-03-10T05:00') })).toMatchObject({ daysAsleep: 0, daysKnown: 7 })
    expect(forecast({ gaps, nowMs: at('2026-03-10T05:01') })).toMatchObject({ daysAsleep: 1, daysKnown: 7 })
  })

  it('of another time of day the nights say nothing', () => {
    const gaps = nights(10, 9, 8, 7, 6, 5, 4)
    expect(forecast({ gaps, atMs: at('2026-03-11T07:00') })).toMatchObject({ daysAsleep: 0, daysKnown: 7 })
    expect(forecast({ gaps, atMs: at('2026-03-10T23:00') })).toMatchObject({ daysAsleep: 7, isLikely: true })
  })

  it('knows nothing in a zone that is not known', () =>
    expect(forecast({ zone: 'Mars/Olympus', gaps: nights(10, 9, 8, 7) })).toEqual({
      daysAsleep: 0,
      daysKnown: 0,
      isLikely: false
    }))

  it.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04']
  ])('looks at the same local time before and after a change of clocks: %s, %s', (zone, change) => {
    const changed = DateTime.fromISO(change, { zone })
    const mornings = [-3, -2, -1, 0, 1, 2, 3].map((days) => changed.plus({ days }).set({ hour: 9 }))
    // A gap of ten minutes each: an hour off, or half of one, would lie outside.
    const gaps = mornings.map((morning) => ({
      fromMs: morning.minus({ minutes: 5 }).toMillis(),
      toMs: morning.plus({ minutes: 5 }).toMillis()
    }))
    const asked = {
      gaps,
      knownFromMs: 0,
      nowMs: changed.plus({ days: 3 }).set({ hour: 12 }).toMillis(),
      atMs: changed.plus({ days: 4 }).set({ hour: 9 }).toMillis(),
      zone
    }
    expect(asleepForecast(asked)).toEqual({ daysAsleep: 7, daysKnown: 7, isLikely: true })
  })
})
