import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAfterMs } from '../../../src/engine/channels/gateway/retry-after'

const NOW_MS = Date.parse('2026-11-25T10:00:00.000Z')
const THIRTY_DAYS_MS = 30 * 86_400_000

describe('Retry-After (RFC 9110, 10.2.3)', () => {
  it.each([
    ['0', 0],
    ['1', 1_000],
    ['120', 120_000],
    [' 120', 120_000],
    ['120 \t', 120_000],
    ['007', 7_000],
    ['3600', 3_600_000]
  ])('"%s" seconds are %i ms', (header, expected) => expect(retryAfterMs(header, NOW_MS)).toBe(expected))

  it.each([
    ['IMF-fixdate', 'Wed, 25 Nov 2026 10:02:00 GMT'],
    ['RFC 850', 'Wednesday, 25-Nov-26 10:02:00 GMT'],
    ['asctime', 'Wed Nov 25 10:02:00 2026'],
    ['with spaces around', '  Wed, 25 Nov 2026 10:02:00 GMT ']
  ])('an HTTP date, %s: the time until then', (_form, header) =>
    expect(retryAfterMs(header, NOW_MS)).toBe(120_000)
  )

  it('an asctime date with a day of one digit', () =>
    expect(retryAfterMs('Tue Dec  1 10:00:00 2026', NOW_MS)).toBe(6 * 86_400_000))

  it('an HTTP date is UTC, wherever the computer is, and counts from now to the millisecond', () =>
    expect(retryAfterMs('Wed, 25 Nov 2026 10:00:01 GMT', NOW_MS + 250)).toBe(750))

  it.each([
    ['Wed, 25 Nov 2026 10:00:00 GMT'],
    ['Wed, 25 Nov 2026 09:59:59 GMT'],
    ['Sunday, 06-Nov-94 08:49:37 GMT'],
    ['Sun Nov  6 08:49:37 1994']
  ])('%s is past: no wait, never a negative one', (header) => expect(retryAfterMs(header, NOW_MS)).toBe(0))

  it.each([
    ['2592000', THIRTY_DAYS_MS],
    ['2592001', THIRTY_DAYS_MS],
    ['99999999999999999999', THIRTY_DAYS_MS],
    ['9'.repeat(5_000), THIRTY_DAYS_MS],
    ['Thu, 25 Nov 2027 10:00:00 GMT', THIRTY_DAYS_MS],
    ['Fri, 31 Dec 9999 23:59:59 GMT', THIRTY_DAYS_MS]
  ])('%.30s waits 30 days at most', (header, expected) => expect(retryAfterMs(header, NOW_MS)).toBe(expected))

  it.each([
    [undefined],
    [''],
    ['   '],
    ['-1'],
    ['+5'],
    ['1.5'],
    ['1e3'],
    ['0x10'],
    ['12 0'],
    ['120s'],
    ['120, 60'],
    ['Infinity'],
    ['NaN'],
    ['soon'],
    ['Mon, 12'],
    ['Monster 5'],
    ['2026-11-25T10:02:00Z'],
    ['Tue, 25 Nov 2026 10:02:00 GMT'],
    ['Tue, 31 Feb 2026 10:00:00 GMT'],
    ['Wed, 25 Nov 2026 25:00:00 GMT'],
    ['Wed, 25 Nov 2026 10:02:00 +0700'],
    ['Wed, 25 Nov 2026 10:02:00'],
    ['٣٠']
  ])('%s says nothing', (header) => expect(retryAfterMs(header, NOW_MS)).toBeNull())

  it('gives null or a wait between nothing and 30 days, whatever stands there', () => {
    const written = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[ \d+-]{0,30}$/),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.date({ noInvalidDate: true }).map((date) => date.toString())
    )
    fc.assert(
      fc.property(written, fc.nat({ max: 4e12 }), (header, nowMs) => {
        const delayMs = retryAfterMs(header, nowMs)
        if (delayMs === null) return
        expect(delayMs).toBeGreaterThanOrEqual(0)
        expect(delayMs).toBeLessThanOrEqual(THIRTY_DAYS_MS)
      })
    )
  })
})
