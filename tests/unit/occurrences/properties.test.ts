import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  latestOccurrenceAtOrBefore,
  nextOccurrence,
  occurrencesAfter,
  occurrencesBetween
} from '../../../src/engine/scheduler/occurrences/occurrences'
import type { Occurrence, ScheduleSettings } from '../../../src/shared/domain/schedule'
import { naiveOccurrences } from '../../support/naive-occurrences'
import { scheduleArbitrary } from '../../support/schedule-arbitrary'

const RUNS = Number(process.env['OCCURRENCE_PROPERTY_RUNS'] ?? 100)
const TAKEN = 25
const DAY_MS = 86_400_000

const atMs = (occurrence: Occurrence) => Date.parse(occurrence.at)

function take(schedule: ScheduleSettings, afterMs: number, count = TAKEN): Occurrence[] {
  const taken: Occurrence[] = []
  const remaining = occurrencesAfter(schedule, afterMs)
  while (taken.length < count) {
    const step = remaining.next()
    if (step.done) break
    taken.push(step.value)
  }
  return taken
}

/** The wall time of an instant, by luxon: instants to wall times is what luxon does reliably. */
const wallAt = (ms: number, zone: string) =>
  DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss")

const check = (property: (schedule: ScheduleSettings) => void) =>
  fc.assert(fc.property(scheduleArbitrary, property), { numRuns: RUNS })

describe('occurrences: properties of random schedules', () => {
  it('ascend, and no instant and no nominal wall time comes twice', () => {
    check((schedule) => {
      const found = take(schedule, -Infinity)
      for (const [index, occurrence] of found.slice(1).entries()) {
        expect(atMs(occurrence)).toBeGreaterThan(atMs(found[index]!))
        expect(occurrence.nominal > found[index]!.nominal).toBe(true)
      }
    })
  })

  it('are the tail of the whole sequence, from wherever they are asked for, strictly after it', () => {
    fc.assert(
      fc.property(
        scheduleArbitrary,
        fc.nat({ max: TAKEN }),
        fc.integer({ min: -3, max: 3 }),
        (schedule, pick, by) => {
          const all = take(schedule, -Infinity)
          const picked = all[pick % Math.max(1, all.length)]
          if (!picked) return
          for (const askedMs of [atMs(picked) + by, atMs(picked) + by * 7 * 3_600_000]) {
            const tail = all.filter((occurrence) => atMs(occurrence) > askedMs)
            expect(take(schedule, askedMs, tail.length)).toEqual(tail)
            expect(occurrencesBetween(schedule, askedMs, atMs(all.at(-1)!))).toEqual(tail)
          }
        }
      ),
      { numRuns: RUNS }
    )
  })

  it('are at the nominal wall time unless a note says otherwise', () => {
    check((schedule) => {
      for (const { nominal, local, at, notes, zone } of take(schedule, -Infinity)) {
        expect(local).toBe(wallAt(Date.parse(at), zone))
        if (notes.includes('gap_shifted')) expect(local > nominal).toBe(true)
        else expect(local).toBe(nominal)
      }
    })
  })

  it('are at the first instant of their wall time: none up to a day earlier has the same', () => {
    check((schedule) => {
      if (schedule.start_time.endsWith('Z')) return
      for (const occurrence of take(schedule, -Infinity, 8)) {
        for (let earlierMs = 900_000; earlierMs <= DAY_MS; earlierMs += 900_000) {
          expect(wallAt(atMs(occurrence) - earlierMs, occurrence.zone)).not.toBe(occurrence.local)
        }
      }
    })
  })

  it('are those of a naive walk over every day', () => {
    check((schedule) => {
      const days = schedule.frequency === 'yearly' ? 2200 : 130
      const naive = naiveOccurrences(schedule, days)
      const found = take(schedule, -Infinity, naive.length)
      expect(found.map(({ nominal, at }) => ({ nominal, atMs: Date.parse(at) }))).toEqual(naive)
      const next = nextOccurrence(schedule, naive.at(-1)?.atMs ?? -Infinity)
      const lastDay = DateTime.fromISO(schedule.start_time, { zone: 'UTC' }).plus({ days: days - 2 })
      if (next) expect(next.nominal > lastDay.toFormat('yyyy-MM-dd')).toBe(true)
    })
  })

  it('found backwards are those found forwards', () => {
    fc.assert(
      fc.property(
        scheduleArbitrary,
        fc.integer({ min: -5 * DAY_MS, max: 200 * DAY_MS }),
        (schedule, sinceStartMs) => {
          const ms = Date.parse(`${schedule.start_time.slice(0, 19)}Z`) + sinceStartMs
          const forwards = occurrencesBetween(schedule, -Infinity, ms).at(-1) ?? null
          expect(latestOccurrenceAtOrBefore(schedule, ms, -Infinity)).toEqual(forwards)
          const notBeforeMs = ms - 2 * DAY_MS
          const recent = forwards && atMs(forwards) >= notBeforeMs ? forwards : null
          expect(latestOccurrenceAtOrBefore(schedule, ms, notBeforeMs)).toEqual(recent)
        }
      ),
      { numRuns: RUNS }
    )
  })
})
