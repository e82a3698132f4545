import { describe, expect, it } from 'vitest'
import {
  isDate,
  laterDate,
  nextFullHour,
  parseTypedDate,
  shownWallTime,
  wallTimeIn,
  weekdayOf
} from '../../../src/renderer/features/campaigns/wall-time'

describe('wall time', () => {
  it('is what a clock in the zone shows', () => {
    expect(wallTimeIn(new Date('2026-11-24T17:30:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T00:30:00')
    expect(wallTimeIn(new Date('2026-11-24T17:30:00Z'), 'America/New_York')).toBe('2026-11-24T12:30:00')
  })

  it('starts a new schedule at the next full hour, over midnight and in zones of half hours', () => {
    expect(nextFullHour(new Date('2026-11-24T16:01:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T00:00:00')
    expect(nextFullHour(new Date('2026-11-24T16:01:00Z'), 'Asia/Kolkata')).toBe('2026-11-24T22:00:00')
  })

  it('shows an instant in the zone and a wall time as it is', () => {
    expect(shownWallTime('2026-11-24T02:00:00Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-24T09:00:00')
    expect(shownWallTime('2026-11-24T09:00:00+0700', 'Asia/Ho_Chi_Minh')).toBe('2026-11-24T09:00:00')
    expect(shownWallTime('2026-11-24T09:00', 'Europe/London')).toBe('2026-11-24T09:00:00')
    expect(shownWallTime('2026-11-24T02:00:00Z', 'Mars/Olympus')).toBe('2026-11-24T02:00:00')
  })

  it('numbers the days from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(0)
    expect(weekdayOf('2026-11-29')).toBe(6)
  })
})

describe('a typed date', () => {
  it.each(['24/11/2026', '24.11.2026', '24-11-2026', ' 24/11/2026 ', '2026-11-24'])('reads %s', (text) => {
    expect(parseTypedDate(text)).toBe('2026-11-24')
  })

  it.each(['31/02/2026', '24/11', 'tomorrow', '', '11/24/2026'])('refuses %s', (text) => {
    expect(parseTypedDate(text)).toBeNull()
  })

  it('moves by days over the end of a month', () => {
    expect(laterDate('2026-02-27', 2)).toBe('2026-03-01')
    expect(laterDate('', 2)).toBe('')
    expect(isDate('2026-02-29')).toBe(false)
  })
})
