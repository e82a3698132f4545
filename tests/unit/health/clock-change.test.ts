import { describe, expect, it } from 'vitest'
import { nextClockChange } from '../../../src/engine/health/clock-change'

describe('the next change of the clocks', () => {
  it.each([
    ['Europe/London', '2026-03-01T12:00:00Z', { at: '2026-03-29T01:00:00.000Z', offset_min: 60 }],
    ['Europe/London', '2026-10-25T00:59:00Z', { at: '2026-10-25T01:00:00.000Z', offset_min: 0 }],
    ['Australia/Lord_Howe', '2026-03-20T00:00:00Z', { at: '2026-04-04T15:00:00.000Z', offset_min: 630 }],
    ['Asia/Ho_Chi_Minh', '2026-03-01T12:00:00Z', null],
    ['Europe/London', '2026-04-10T12:00:00Z', null]
  ])('in %s after %s', (zone, now, change) => {
    expect(nextClockChange(zone, Date.parse(now))).toEqual(change)
  })
})
