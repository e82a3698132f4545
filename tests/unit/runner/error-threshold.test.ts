import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, type ErrorTally, isOver, noErrors } from '../../../src/engine/runner/error-threshold'
import { policiesSchema } from '../../../src/shared/domain/campaign'

type State = 'sent' | 'failed' | 'unknown'

const DEFAULTS = policiesSchema.parse({}).error_threshold
const NEVER = { errors: 0, percent: 0, in_a_row: 0 }

/** s = sent, f = failed, u = unknown */
const STATES: Readonly<Record<string, State>> = { s: 'sent', f: 'failed', u: 'unknown' }

const tallyOf = (letters: string): ErrorTally =>
  Array.from(letters).reduce((tally, letter) => counted(tally, STATES[letter]!), noErrors)

describe('the count of errors', () => {
  it.each([
    ['', { errors: 0, attempts: 0, inARow: 0 }],
    ['s', { errors: 0, attempts: 1, inARow: 0 }],
    ['f', { errors: 1, attempts: 1, inARow: 1 }],
    ['u', { errors: 1, attempts: 1, inARow: 1 }],
    ['fu', { errors: 2, attempts: 2, inARow: 2 }],
    ['fus', { errors: 2, attempts: 3, inARow: 0 }],
    ['ffsu', { errors: 3, attempts: 4, inARow: 1 }]
  ])('"%s"', (letters, tally) => expect(tallyOf(letters)).toEqual(tally))

  it('leaves the tally that it was given as it was', () => {
    const tally = Object.freeze({ errors: 1, attempts: 2, inARow: 1 })
    expect(counted(tally, 'failed')).not.toBe(tally)
    expect(tally).toEqual({ errors: 1, attempts: 2, inARow: 1 })
    expect(noErrors).toEqual({ errors: 0, attempts: 0, inARow: 0 })
  })
})

describe('a channel stands still (design: 10 and more than 10 % of attempts, or 5 in a row; 0 = never)', () => {
  const tally = (errors: number, attempts: number, inARow = 0) => ({ errors, attempts, inARow })

  it.each([
    ['nothing happened', tally(0, 0), false],
    ['9 errors, however many per cent', tally(9, 10), false],
    ['10 errors of 99: more than 10 %', tally(10, 99), true],
    ['10 errors of 100: 10 % and not more', tally(10, 100), false],
    ['10 errors of 101', tally(10, 101), false],
    ['11 errors of 100', tally(11, 100), true],
    ['11 errors of 110', tally(11, 110), false],
    ['100,000 errors of 1,000,000', tally(100_000, 1_000_000), false],
    ['100,001 errors of 1,000,000', tally(100_001, 1_000_000), true],
    ['4 in a row', tally(4, 1000, 4), false],
    ['5 in a row', tally(5, 1000, 5), true],
    ['6 in a row', tally(6, 1000, 6), true]
  ])('by default: %s', (_what, given, expected) => expect(isOver(given, DEFAULTS)).toBe(expected))

  it.each([
    ['0 errors: never by that count', { errors: 0, percent: 0, in_a_row: 5 }, tally(1000, 1000, 4), false],
    ['0 errors: in a row still counts', { errors: 0, percent: 0, in_a_row: 5 }, tally(5, 1000, 5), true],
    ['0 in a row: never by that one', { errors: 10, percent: 10, in_a_row: 0 }, tally(9, 9, 9), false],
    ['0 in a row: errors still count', { errors: 10, percent: 10, in_a_row: 0 }, tally(10, 10, 10), true],
    ['both 0: never', NEVER, tally(1e6, 1e6, 1e6), false],
    ['0 per cent: any of them is more', { errors: 1, percent: 0, in_a_row: 0 }, tally(1, 1e6), true],
    ['100 per cent: nothing is more', { errors: 1, percent: 100, in_a_row: 0 }, tally(50, 50), false],
    ['half a per cent, exactly', { errors: 1, percent: 0.5, in_a_row: 0 }, tally(1, 200), false],
    ['half a per cent, exceeded', { errors: 1, percent: 0.5, in_a_row: 0 }, tally(1, 199), true],
    ['1 in a row: the first', { errors: 0, percent: 0, in_a_row: 1 }, tally(1, 1, 1), true]
  ])('%s', (_what, policy, given, expected) => expect(isOver(given, policy)).toBe(expected))

  it('by default: five in a row that end a long good run', () => {
    expect(isOver(tallyOf('s'.repeat(500) + 'fuff'), DEFAULTS)).toBe(false)
    expect(isOver(tallyOf('s'.repeat(500) + 'fuffu'), DEFAULTS)).toBe(true)
    expect(isOver(tallyOf('s'.repeat(500) + 'fuffsu'), DEFAULTS)).toBe(false)
  })

  it('counts as a recount of everything would', () => {
    const policyArbitrary = fc.record({
      errors: fc.nat({ max: 12 }),
      percent: fc.nat({ max: 100 }),
      in_a_row: fc.nat({ max: 6 })
    })
    const states = fc.array(fc.constantFrom<State>('sent', 'failed', 'unknown'), { maxLength: 60 })
    fc.assert(
      fc.property(states, policyArbitrary, (happened, policy) => {
        const errors = happened.filter((state) => state !== 'sent').length
        const inARow = happened.length - 1 - happened.lastIndexOf('sent')
        const isMany =
          policy.errors !== 0 && errors >= policy.errors && errors / happened.length > policy.percent / 100
        const isRow = policy.in_a_row !== 0 && inARow >= policy.in_a_row
        // Where the division is not exact the product is right.
        if (errors * 100 === policy.percent * happened.length) return
        expect(isOver(happened.reduce(counted, noErrors), policy)).toBe(isMany || isRow)
      })
    )
  })
})
