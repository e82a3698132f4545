import { describe, expect, it } from 'vitest'
import {
  latestOccurrenceAtOrBefore,
  nextOccurrence,
  occurrencesAfter,
  occurrencesBetween
} from '../../../src/engine/scheduler/occurrences/occurrences'
import { type Occurrence, scheduleSettingsSchema } from '../../../src/shared/domain/schedule'
import { type OccurrenceCase, expectedFields, foundFields, settingsOf } from '../../support/occurrence-case'
import { askings } from './cases/askings'
import { ends } from './cases/ends'
import { exclusions } from './cases/exclusions'
import { farTimes } from './cases/far-times'
import { gaps } from './cases/gaps'
import { intervals } from './cases/intervals'
import { monthEnds } from './cases/month-ends'
import { overlaps } from './cases/overlaps'
import { seasons } from './cases/seasons'
import { starts } from './cases/starts'
import { weeks } from './cases/weeks'

const TABLE = {
  askings,
  ends,
  exclusions,
  farTimes,
  gaps,
  intervals,
  monthEnds,
  overlaps,
  seasons,
  starts,
  weeks
}

const atMs = (occurrence: Occurrence) => Date.parse(occurrence.at)

/** Every way to ask for slots must find the expected ones. */
function verify(line: OccurrenceCase) {
  const schedule = scheduleSettingsSchema.parse(settingsOf(line))
  const afterMs = line.after === undefined ? -Infinity : Date.parse(line.after)

  const found: Occurrence[] = []
  for (const occurrence of occurrencesAfter(schedule, afterMs)) {
    if (found.push(occurrence) === line.expect.length + (line.over ? 1 : 0)) break
  }
  expect(found.map((occurrence, index) => foundFields(occurrence, line.expect[index]))).toEqual(
    line.expect.map(expectedFields)
  )
  expect(found.map((occurrence) => occurrence.zone)).toEqual(found.map(() => line.zone))

  let askedMs = afterMs
  for (const occurrence of found) {
    expect(nextOccurrence(schedule, askedMs)).toEqual(occurrence)
    askedMs = atMs(occurrence)
  }
  if (line.over) expect(nextOccurrence(schedule, askedMs)).toBeNull()

  const last = found.at(-1)
  if (!last) return
  expect(occurrencesBetween(schedule, afterMs, atMs(last))).toEqual(found)
  expect(occurrencesBetween(schedule, afterMs, atMs(last) - 1)).toEqual(found.slice(0, -1))
  expect(latestOccurrenceAtOrBefore(schedule, atMs(last), afterMs)).toEqual(last)
  if (line.over) expect(latestOccurrenceAtOrBefore(schedule, Infinity, -Infinity)).toEqual(last)
  const beforeLast = found.at(-2)
  if (beforeLast) {
    expect(latestOccurrenceAtOrBefore(schedule, atMs(last) - 1, atMs(beforeLast))).toEqual(beforeLast)
    expect(latestOccurrenceAtOrBefore(schedule, atMs(last) - 1, atMs(beforeLast) + 1)).toBeNull()
  }
}

describe.each(Object.entries(TABLE))('occurrences: %s', (_theme, lines) => {
  it.each(lines.map((line) => [`${line.zone}: ${line.name}`, line] as const))('%s', (_name, line) => {
    verify(line)
  })
})

describe('the table', () => {
  const all = Object.values(TABLE).flat()

  it('has at least 200 cases over at least twelve zones, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(new Set(all.map((line) => line.zone)).size).toBeGreaterThanOrEqual(12)
    for (const lines of Object.values(TABLE)) {
      expect(new Set(lines.map((line) => `${line.zone}: ${line.name}`)).size).toBe(lines.length)
    }
  })
})
