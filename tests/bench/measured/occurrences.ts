import { DateTime } from 'luxon'
import { nextOccurrence } from '../../../src/engine/scheduler/occurrences/occurrences'
import { scheduleSettingsSchema } from '../../../src/shared/domain/schedule'
import { figureOf, type Measure } from './figure'

const ZONES = ['Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney']
const DAY_MS = 86_400_000
const FROM_MS = Date.UTC(2026, 0, 1)

/** Daily at nine, which exists once a day in every zone: luxon's reading of a gap or an overlap is not ours. */
export const measureOccurrences: Measure = ({ size, rounds }) => {
  const count = size(20_000, 400)
  const asked = Array.from({ length: count }, (_, number) => ({
    zone: ZONES[number % ZONES.length] ?? 'UTC',
    afterMs: FROM_MS + (number % 700) * DAY_MS + number * 61_000
  }))
  const schedules = new Map(
    ZONES.map((timezone) => [
      timezone,
      scheduleSettingsSchema.parse({ frequency: 'daily', start_time: '2025-12-01T09:00:00', timezone })
    ])
  )
  const byLuxon = () =>
    asked.map(({ zone, afterMs }) => {
      const slot = DateTime.fromMillis(afterMs, { zone }).set({
        hour: 9,
        minute: 0,
        second: 0,
        millisecond: 0
      })
      const slotMs = slot.toMillis()
      return slotMs > afterMs ? slotMs : slot.plus({ days: 1 }).toMillis()
    })
  const byLoa = () =>
    asked.map(({ zone, afterMs }) => Date.parse(nextOccurrence(schedules.get(zone)!, afterMs)?.at ?? ''))
  const rate = (compute: () => number[]) => {
    const startMs = performance.now()
    const answers = compute()
    return { answers, rate: (count * 1_000) / (performance.now() - startMs) }
  }
  const floors: number[] = []
  const loa: number[] = []
  byLoa()
  for (let round = 0; round < rounds * 2; round += 1) {
    const plain = rate(byLuxon)
    const own = rate(byLoa)
    const differing = own.answers.findIndex((answer, index) => answer !== plain.answers[index])
    if (differing >= 0) throw new Error(`Another answer than luxon's: ${JSON.stringify(asked[differing])}`)
    floors.push(plain.rate)
    loa.push(own.rate)
  }
  return Promise.resolve({ '': figureOf(loa, floors, '/s') })
}
