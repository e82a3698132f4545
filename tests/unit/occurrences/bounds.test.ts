import { describe, expect, it } from 'vitest'
import {
  latestOccurrenceAtOrBefore,
  nextOccurrence,
  occurrencesAfter,
  occurrencesBetween
} from '../../../src/engine/scheduler/occurrences/occurrences'
import type { ScheduleInput } from '../../../src/engine/scheduler/occurrences/plan'
import { FREQUENCIES } from '../../../src/shared/domain/schedule'
import { processorMs } from '../../bench/measuring'

const DAILY: ScheduleInput = {
  frequency: 'daily',
  start_time: '2024-01-10T09:00:00',
  timezone: 'Asia/Ho_Chi_Minh'
}

const first = (schedule: ScheduleInput) => nextOccurrence(schedule, -Infinity)

describe('occurrences: what is found', () => {
  it('is the whole record of a slot', () => {
    expect(first({ ...DAILY, start_time: '2024-03-31T02:30:00', timezone: 'Europe/Berlin' })).toEqual({
      nominal: '2024-03-31T02:30:00',
      zone: 'Europe/Berlin',
      at: '2024-03-31T01:30:00.000Z',
      local: '2024-03-31T03:30:00',
      notes: ['gap_shifted']
    })
  })

  it('does not depend on what was asked before', () => {
    const asked = Date.parse('2024-06-01T00:00:00Z')
    const fresh = nextOccurrence(DAILY, asked)
    for (const year of [1, 1700, 1900, 2023, 2024, 2500, 9998]) nextOccurrence(DAILY, Date.UTC(year, 5, 1))
    expect(nextOccurrence(DAILY, asked)).toEqual(fresh)
  })

  it('leaves the schedule as it was, frozen or not', () => {
    const frozen = Object.freeze({
      ...DAILY,
      frequency: 'weekly' as const,
      days_of_week: Object.freeze([4, 0]) as number[],
      exclude_dates: Object.freeze(['2024-01-15']) as string[]
    })
    expect(first(frozen)?.nominal).toBe('2024-01-12T09:00:00')
    expect(frozen.days_of_week).toEqual([4, 0])
  })
})

describe('occurrences: schedules that cannot run', () => {
  it.each<readonly [string, Partial<ScheduleInput>]>([
    ['an unknown zone', { timezone: 'Mars/Olympus_Mons' }],
    ['a zone that is no name', { timezone: '' }],
    ['a start that does not exist', { start_time: '2023-02-30T09:00:00' }],
    ['a start that is no date-time', { start_time: 'tomorrow' }],
    ['an end that does not exist', { end_time: '2024-02-30T09:00:00' }],
    ['an end that is no date-time', { end_time: '' }]
  ])('%s', (_name, change) => {
    const schedule = { ...DAILY, ...change }
    expect(first(schedule)).toBeNull()
    expect([...occurrencesAfter(schedule, 0)]).toEqual([])
    expect(occurrencesBetween(schedule, 0, Date.parse('2025-01-01'))).toEqual([])
    expect(latestOccurrenceAtOrBefore(schedule, Date.parse('2025-01-01'), 0)).toBeNull()
  })
})

describe('occurrences: instants that are none', () => {
  it.each(FREQUENCIES)('%s: NaN, the infinities and more than a Date can hold', (frequency) => {
    const schedule = { ...DAILY, frequency }
    expect(nextOccurrence(schedule, NaN)).toBeNull()
    expect(nextOccurrence(schedule, Infinity)).toBeNull()
    expect(nextOccurrence(schedule, Number.MAX_VALUE)).toBeNull()
    expect(nextOccurrence(schedule, -Number.MAX_VALUE)).toEqual(first(schedule))
    expect(occurrencesBetween(schedule, NaN, 0)).toEqual([])
    expect(occurrencesBetween(schedule, 0, NaN)).toEqual([])
    expect(occurrencesBetween(schedule, 0, -Infinity)).toEqual([])
    expect(latestOccurrenceAtOrBefore(schedule, NaN, 0)).toBeNull()
    expect(latestOccurrenceAtOrBefore(schedule, 0, NaN)).toBeNull()
    expect(latestOccurrenceAtOrBefore(schedule, -Infinity, -Infinity)).toBeNull()
    expect(latestOccurrenceAtOrBefore(schedule, Infinity, Infinity)).toBeNull()
  })

  it('an empty range holds nothing', () => {
    const slotMs = Date.parse('2024-01-12T02:00:00Z')
    expect(occurrencesBetween(DAILY, slotMs, slotMs)).toEqual([])
    expect(occurrencesBetween(DAILY, slotMs, slotMs - 1)).toEqual([])
    expect(latestOccurrenceAtOrBefore(DAILY, slotMs - 1, slotMs)).toBeNull()
  })

  it('the latest slot of an endless schedule is in the year 9999', () => {
    expect(latestOccurrenceAtOrBefore(DAILY, Infinity, -Infinity)?.nominal).toBe('9999-12-31T09:00:00')
  })
})

describe('occurrences: how far they look', () => {
  const longAgo: ScheduleInput = { ...DAILY, start_time: '0001-01-01T09:00:00' }

  it('jumps: two thousand years after the start are no walk', () => {
    const startedMs = processorMs()
    for (let day = 0; day < 1000; day++) {
      const askedMs = Date.parse('2024-01-01T02:00:00Z') + day * 86_400_000
      expect(nextOccurrence(longAgo, askedMs)?.at).toBe(new Date(askedMs + 86_400_000).toISOString())
    }
    // A walk from the start would take over 700 million steps.
    expect(processorMs() - startedMs).toBeLessThan(5000)
  })

  it('passes 5,000 excluded dates and finds the next, forwards and backwards', () => {
    const days = Array.from({ length: 5000 }, (_, index) => Date.parse('2024-01-11') + index * 86_400_000)
    const schedule = { ...DAILY, exclude_dates: days.map((ms) => new Date(ms).toISOString().slice(0, 10)) }
    const afterAllMs = Date.parse('2024-01-11T02:00:00Z') + 5000 * 86_400_000
    expect(nextOccurrence(schedule, Date.parse('2024-01-10T02:00:00Z'))?.at).toBe('2037-09-19T02:00:00.000Z')
    expect(latestOccurrenceAtOrBefore(schedule, afterAllMs - 1, -Infinity)?.at).toBe(
      '2024-01-10T02:00:00.000Z'
    )
    expect(latestOccurrenceAtOrBefore(schedule, afterAllMs - 1, Date.parse('2024-02-01'))).toBeNull()
  })

  it('ends by itself when every date up to the end is excluded', () => {
    const days = Array.from({ length: 4990 }, (_, index) => Date.parse('2024-01-10') + index * 86_400_000)
    const dates = days.map((ms) => new Date(ms).toISOString().slice(0, 10))
    const schedule = { ...DAILY, end_time: dates.at(-1)!, exclude_dates: dates }
    expect(first(schedule)).toBeNull()
  })

  it('is lazy: an endless schedule is only read as far as it is asked', () => {
    const slots = occurrencesAfter(DAILY, -Infinity)
    expect(slots.next().value?.nominal).toBe('2024-01-10T09:00:00')
    expect(slots.next().value?.nominal).toBe('2024-01-11T09:00:00')
  })
})
