import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { etaMs, type EtaInput } from '../../../src/engine/limits/eta'
import { type ChannelLimits, DEFAULT_LIMITS, NO_LIMITS } from '../../../src/shared/domain/settings'
import { processorMs } from '../../bench/measuring'
import { lastDepartureMs } from '../../support/plain-limiter'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const RUNS = Number(process.env['LIMIT_PROPERTY_RUNS'] ?? 1000)
const NOW_MS = Date.parse('2026-11-25T10:00:00Z')

interface Asked extends Partial<Omit<EtaInput, 'limits'>> {
  readonly limits?: Partial<ChannelLimits>
}

/** In milliseconds from now. */
function inMs({ limits, ...asked }: Asked): number {
  const input = { waiting: 1, usage: [], nowMs: NOW_MS, averageMs: 0, inFlight: 0, ...asked }
  return etaMs({ ...input, limits: { ...NO_LIMITS, ...limits } }) - NOW_MS
}

const repeated = (count: number, agoMs: number) => Array.from({ length: count }, () => NOW_MS - agoMs)

describe('the expected end of waiting', () => {
  it.each([
    ['nobody waits', { waiting: 0, limits: { per_hour: 1 }, usage: repeated(1, 0), averageMs: 900 }, 0],
    ['no limits, nothing known', { waiting: 100_000 }, 0],
    ['a free window', { waiting: 20, limits: { per_minute: 20 } }, 0],
    ['one more than the window', { waiting: 21, limits: { per_minute: 20 } }, MINUTE_MS],
    ['two windows', { waiting: 40, limits: { per_minute: 20 } }, MINUTE_MS],
    ['into the third', { waiting: 41, limits: { per_minute: 20 } }, 2 * MINUTE_MS],
    ['10 a second', { waiting: 100, limits: { per_second: 10 } }, 9 * SECOND_MS],
    ['200 an hour', { waiting: 1000, limits: { per_hour: 200 } }, 4 * HOUR_MS],
    ['1,000 a day', { waiting: 1001, limits: { per_day: 1000 } }, DAY_MS]
  ])('%s', (_what, asked, expected) => expect(inMs(asked)).toBe(expected))

  it.each([
    ['a full window: when its oldest leaves', 1, repeated(2, 20_000), 40_000],
    ['a place is free, a second one is not', 2, [NOW_MS - 20_000], 40_000],
    ['the free place alone', 1, [NOW_MS - 20_000], 0],
    ['places come free one by one', 2, [NOW_MS - 50_000, NOW_MS - 10_000], 50_000],
    ['and again a window later', 4, [NOW_MS - 50_000, NOW_MS - 10_000], 110_000],
    ['what has left the window takes no place', 2, repeated(5, MINUTE_MS), 0],
    [
      'more than a lowered limit allows: the newest count',
      1,
      [...repeated(9, 30_000), NOW_MS - 5_000],
      30_000
    ]
  ])('with 2 a minute, %s', (_what, waiting, usage, expected) =>
    expect(inMs({ waiting, usage, limits: { per_minute: 2 } })).toBe(expected)
  )

  it.each([
    ['the mean gap', { waiting: 100, limits: { gap_min_s: 1, gap_max_s: 4 } }, 250 * SECOND_MS],
    ['one at a time', { waiting: 10, limits: { concurrency: 1 }, averageMs: 2_000 }, 18_000],
    [
      'one at a time, behind the one',
      { waiting: 10, inFlight: 1, limits: { concurrency: 1 }, averageMs: 2_000 },
      20_000
    ],
    [
      'a limit that was lowered while three are in flight',
      { waiting: 1, inFlight: 3, limits: { concurrency: 1 }, averageMs: 2_000 },
      2_000
    ],
    ['four at a time', { waiting: 8, limits: { concurrency: 4 }, averageMs: 2_000 }, 2_000],
    ['0 at a time means 32', { waiting: 64, averageMs: 2_000 }, 2_000],
    ['fewer than fit', { waiting: 3, limits: { concurrency: 4 }, averageMs: 2_000 }, 0]
  ])('%s', (_what, asked, expected) => expect(inMs(asked)).toBe(expected))

  it('is that of the strictest limit', () => {
    const whatsapp = DEFAULT_LIMITS.whatsapp
    expect(inMs({ waiting: 24, limits: whatsapp })).toBe(MINUTE_MS)
    expect(inMs({ waiting: 200, limits: whatsapp })).toBe(9 * MINUTE_MS)
    expect(inMs({ waiting: 201, limits: whatsapp })).toBe(HOUR_MS)
    expect(inMs({ waiting: 1001, limits: whatsapp })).toBe(DAY_MS)
    expect(inMs({ waiting: 24, limits: whatsapp, averageMs: 10_000 })).toBe(230_000)
  })

  it('is found quickly for a hundred thousand', () => {
    const usage = Array.from({ length: 1000 }, (_, index) => NOW_MS - DAY_MS + index * 80_000)
    const startedMs = processorMs()
    for (let time = 0; time < 100; time += 1)
      inMs({ waiting: 100_000, usage, limits: { ...DEFAULT_LIMITS.whatsapp, per_second: 1 } })
    expect(processorMs() - startedMs).toBeLessThan(1_000)
  })
})

const limitArbitrary = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }))
const limitsArbitrary = fc
  .record({
    concurrency: limitArbitrary,
    per_second: limitArbitrary,
    per_minute: limitArbitrary,
    per_hour: limitArbitrary,
    per_day: limitArbitrary,
    gap_min_s: fc.nat({ max: 5 }),
    gap_more_s: fc.nat({ max: 5 })
  })
  .map(({ gap_min_s, gap_more_s, ...limits }) => ({
    ...limits,
    gap_min_s,
    gap_max_s: gap_min_s + gap_more_s
  }))

const usageArbitrary = fc
  .array(fc.oneof(fc.nat({ max: MINUTE_MS }), fc.nat({ max: HOUR_MS }), fc.nat({ max: DAY_MS })), {
    maxLength: 40
  })
  .map((ages) => ages.sort((a, b) => b - a).map((ageMs) => NOW_MS - ageMs))

const inputArbitrary: fc.Arbitrary<EtaInput> = fc.record({
  waiting: fc.nat({ max: 300 }),
  limits: limitsArbitrary,
  usage: usageArbitrary,
  nowMs: fc.constant(NOW_MS),
  averageMs: fc.oneof(fc.constant(0), fc.nat({ max: 30_000 })),
  inFlight: fc.nat({ max: 32 })
})

const check = (property: (input: EtaInput) => void) =>
  fc.assert(fc.property(inputArbitrary, property), { numRuns: RUNS })

/** One longest window, one request and one gap: by so much limits may add up that the estimate takes one by one. */
function toleranceMs({ limits, averageMs }: EtaInput): number {
  const { per_second, per_minute, per_hour, per_day, gap_max_s } = limits
  const longestMs = per_day
    ? DAY_MS
    : per_hour
      ? HOUR_MS
      : per_minute
        ? MINUTE_MS
        : per_second
          ? SECOND_MS
          : 0
  return longestMs + averageMs + gap_max_s * SECOND_MS
}

describe('the expected end of waiting: properties', () => {
  it('is never before now', () => {
    check((input) => {
      expect(etaMs(input)).toBeGreaterThanOrEqual(NOW_MS)
    })
  })

  it('is never earlier for more that wait', () => {
    check((input) => {
      const { waiting } = input
      expect(etaMs({ ...input, waiting: waiting + 1 })).toBeGreaterThanOrEqual(etaMs(input))
      expect(etaMs({ ...input, waiting: waiting * 3 })).toBeGreaterThanOrEqual(etaMs(input))
    })
  })

  it('is never later for a limit more generous', () => {
    check((input) => {
      const { limits } = input
      for (const key of ['per_second', 'per_minute', 'per_hour', 'per_day'] as const) {
        const generous = limits[key] === 0 ? 0 : limits[key] + 1
        const eta = etaMs({ ...input, limits: { ...limits, [key]: generous } })
        expect(eta).toBeLessThanOrEqual(etaMs(input))
      }
    })
  })

  it.each(['per_second', 'per_minute', 'per_hour', 'per_day'] as const)(
    'is what letting them out one by one comes to, for %s alone',
    (key) => {
      fc.assert(
        fc.property(inputArbitrary, fc.integer({ min: 1, max: 30 }), (input, limit) => {
          const alone = { ...input, averageMs: 0, limits: { ...NO_LIMITS, [key]: limit } }
          expect(etaMs(alone)).toBe(lastDepartureMs(alone))
        })
      )
    }
  )

  it('is within one window of letting them out one by one, for all limits together', () => {
    check((input) => {
      const difference = lastDepartureMs(input) - etaMs(input)
      expect(Math.abs(difference)).toBeLessThanOrEqual(toleranceMs(input))
    })
  })
})
