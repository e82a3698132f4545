import { describe, expect, it } from 'vitest'
import { quietUntilMs } from '../../../src/engine/limits/quiet-hours'

const ZONE = 'Asia/Ho_Chi_Minh'

/** When it is quiet until, local time there (UTC+7 all year); null when it is not. */
function until(from: string, to: string, local: string): string | null {
  const endMs = quietUntilMs({ on: true, from, to }, ZONE, Date.parse(`${local}+07:00`))
  return endMs === null ? null : new Date(endMs + 7 * 3_600_000).toISOString().slice(0, -1)
}

describe('quiet hours (design: local time of the contact; may cross midnight)', () => {
  it.each([
    ['22:00', '07:00', '2026-03-10T21:59:59.999', null],
    ['22:00', '07:00', '2026-03-10T22:00:00.000', '2026-03-11T07:00:00.000'],
    ['22:00', '07:00', '2026-03-10T23:59:59.999', '2026-03-11T07:00:00.000'],
    ['22:00', '07:00', '2026-03-11T00:00:00.000', '2026-03-11T07:00:00.000'],
    ['22:00', '07:00', '2026-03-11T06:59:59.999', '2026-03-11T07:00:00.000'],
    ['22:00', '07:00', '2026-03-11T07:00:00.000', null],
    ['22:00', '07:00', '2026-03-11T12:00:00.000', null]
  ])('%s to %s over midnight, at %s: %s', (from, to, local, end) => expect(until(from, to, local)).toBe(end))

  it.each([
    ['12:00', '13:30', '2026-03-10T11:59:59.999', null],
    ['12:00', '13:30', '2026-03-10T12:00:00.000', '2026-03-10T13:30:00.000'],
    ['12:00', '13:30', '2026-03-10T13:29:59.999', '2026-03-10T13:30:00.000'],
    ['12:00', '13:30', '2026-03-10T13:30:00.000', null],
    ['00:00', '06:00', '2026-03-10T00:00:00.000', '2026-03-10T06:00:00.000'],
    ['00:00', '06:00', '2026-03-09T23:59:59.999', null],
    ['17:00', '00:00', '2026-03-10T23:59:59.999', '2026-03-11T00:00:00.000'],
    ['17:00', '00:00', '2026-03-11T00:00:00.000', null]
  ])('%s to %s within a day, at %s: %s', (from, to, local, end) => expect(until(from, to, local)).toBe(end))

  it('of all but a minute of the day end in that minute', () => {
    expect(until('07:01', '07:00', '2026-03-10T07:00:59.999')).toBeNull()
    expect(until('07:01', '07:00', '2026-03-10T07:01:00.000')).toBe('2026-03-11T07:00:00.000')
  })

  it('pass the end of a month and of a year', () => {
    expect(until('22:00', '07:00', '2026-12-31T23:00:00.000')).toBe('2027-01-01T07:00:00.000')
    expect(until('22:00', '07:00', '2028-02-29T22:00:00.000')).toBe('2028-03-01T07:00:00.000')
  })

  it.each(['00:00', '07:00', '22:00'])('that begin and end at %s are none', (time) => {
    for (const local of ['2026-03-10T00:00:00.000', '2026-03-10T07:00:00.000', '2026-03-10T22:30:00.000'])
      expect(until(time, time, local)).toBeNull()
  })

  it('that are off hold nothing', () => {
    const night = Date.parse('2026-03-10T23:00:00+07:00')
    expect(quietUntilMs({ on: false, from: '22:00', to: '07:00' }, ZONE, night)).toBeNull()
  })

  it.each(['', 'Mars/Olympus', '__proto__'])('are UTC for the unknown zone "%s"', (zone) => {
    const at = (time: string) => Date.parse(`2026-03-10T${time}Z`)
    const hours = { on: true, from: '12:00', to: '13:00' }
    expect(quietUntilMs(hours, zone, at('12:30:00'))).toBe(at('13:00:00'))
    expect(quietUntilMs(hours, zone, at('13:00:00'))).toBeNull()
  })
})
