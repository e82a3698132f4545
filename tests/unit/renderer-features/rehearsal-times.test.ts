import { describe, expect, test } from 'vitest'
import { perChannel } from '../../../src/shared/domain/channel'
import { endWhen } from '../../../src/renderer/features/campaigns/review/end-when'
import { namedHours } from '../../../src/renderer/features/campaigns/review/hour-names'

const VIETNAM = 'Asia/Ho_Chi_Minh'
const at = (text: string) => new Date(`${text}+07:00`)
/** Runtimes disagree about the comma behind the weekday. */
const plain = (said: string | null) => said?.replace(/^(\w{3}),/, '$1') ?? null

describe('when something ends', () => {
  const begins = at('2027-01-28T17:30:00')

  test.each([
    ['2027-01-28T17:30:00', null],
    ['2027-01-28T17:31:00', null],
    ['2027-01-28T17:31:01', '17:31'],
    ['2027-01-28T23:59:00', '23:59'],
    ['2027-01-29T00:10:00', 'Fri 29 Jan, 00:10']
  ])('at %s', (ends, said) => {
    expect(plain(endWhen(begins, at(ends), VIETNAM, 'en'))).toBe(said)
  })

  test('the day is that of the zone', () => {
    expect(endWhen(at('2027-01-28T06:00:00'), at('2027-01-28T08:00:00'), VIETNAM, 'en')).toBe('08:00')
    expect(plain(endWhen(at('2027-01-28T06:00:00'), at('2027-01-28T08:00:00'), 'UTC', 'en'))).toBe(
      'Thu 28 Jan, 01:00'
    )
  })
})

describe('which hours of a plot are named', () => {
  const hours = (...counts: number[]) =>
    counts.map((count, index) => ({ atMs: index * 3_600_000, sent: perChannel(() => count) }))

  test('those in which sending begins anew', () => {
    expect([...namedHours(hours(3, 1, 0, 0, 5, 5, 0, 2))]).toEqual([0, 4, 7])
  })

  test('in one stretch some at equal distances, in a short one all of them', () => {
    expect([...namedHours(hours(3, 1))]).toEqual([0, 1])
    expect([...namedHours(hours(...Array.from({ length: 20 }, () => 1)))]).toEqual([0, 3, 6, 9, 12, 15, 18])
  })
})
