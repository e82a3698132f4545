import { describe, expect, it } from 'vitest'
import { measurementOf, type Row, ROWS, rowsNamed } from '../../../scripts/bench/rows.mjs'
import {
  isMet,
  isRegression,
  ratioText,
  regressions,
  tableText,
  type Figure
} from '../../../scripts/bench/table.mjs'
import { figureOf, shareOf } from '../../bench/measured/figure'

const row = (name: string, changes: Partial<Row> = {}): Row => ({
  name,
  what: 'what is measured',
  floor: 'what it is divided by',
  goal: { atMost: 2 },
  margin: 0.5,
  where: 'node',
  ...changes
})

const figure = (ratio: number): Figure => ({ loa: ratio * 10, floor: 10, ratio, unit: 'ms' })

describe('a figure', () => {
  it('is the median of what each round gives, not the ratio of the medians', () => {
    // The third round was slow for both: their ratio is what it was.
    expect(figureOf([10, 12, 90], [10, 10, 100], 'ms')).toEqual({ loa: 12, floor: 10, ratio: 1, unit: 'ms' })
  })

  it('against a limit is the part of it that is used', () => {
    expect(shareOf([10, 25, 30], 50)).toEqual({ loa: 25, floor: 50, ratio: 0.5, unit: 'ms' })
  })
})

describe('a goal', () => {
  it.each([
    [{ atMost: 2 }, 2, true],
    [{ atMost: 2 }, 2.01, false],
    [{ atLeast: 0.9 }, 0.9, true],
    [{ atLeast: 0.9 }, 0.89, false],
    [{ atMost: 2 }, Number.NaN, false]
  ] as const)('%j with %d is met: %s', (goal, ratio, met) => expect(isMet(goal, ratio)).toBe(met))
})

describe('the check', () => {
  it.each([
    ['as it was', { atMost: 2 }, 1, 1, false],
    ['worse by the margin', { atMost: 2 }, 1.5, 1, false],
    ['worse by more', { atMost: 2 }, 1.51, 1, true],
    ['much better', { atMost: 2 }, 0.1, 1, false],
    ['less of what there should be much of', { atLeast: 5 }, 9.4, 10, true],
    ['a little less of it', { atLeast: 5 }, 9.5, 10, false],
    ['more of it', { atLeast: 5 }, 20, 10, false],
    ['no number', { atMost: 2 }, Number.NaN, 1, true]
  ] as const)('%s', (_what, goal, ratio, recorded, isWorse) =>
    expect(isRegression({ goal, margin: 0.5 }, ratio, recorded)).toBe(isWorse)
  )

  it('names what got worse, whether or not its goal is met, and nothing that is new or was not measured', () => {
    const rows = [row('worse'), row('same'), row('new'), row('left out')]
    const measured = { worse: figure(1.8), same: figure(1), new: figure(9) }
    expect(regressions(rows, measured, { worse: 1, same: 1, 'left out': 1 })).toEqual([
      'worse: 1.8, recorded 1, margin 0.5'
    ])
  })
})

describe('the table', () => {
  it('says of every row what it is, its figures, its goal and whether that is met', () => {
    const rows = [row('fast'), row('slow'), row('later', { goal: { atLeast: 0.9 } })]
    const [, , fast, slow, later] = tableText(rows, { fast: figure(1), slow: figure(123.456) }).split('\n')
    expect(fast).toBe(
      '| fast: what is measured | 10 ms | what it is divided by: 10 ms | 1 | ≤ 2 | met | 0.5 |'
    )
    expect(slow).toContain('| 123 | ≤ 2 | **missed** |')
    expect(later).toContain('| ≥ 0.9 | not measured |')
  })

  it.each([
    [0.012345, '0.0123'],
    [1, '1'],
    [119.4, '119'],
    [2345.6, '2346'],
    [Number.NaN, 'none']
  ])('writes %d as %s', (ratio, text) => expect(ratioText(ratio)).toBe(text))
})

describe('the rows', () => {
  it('have names of their own, and margins', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length)
    expect(ROWS.filter(({ margin }) => !(margin > 0))).toEqual([])
  })

  it('are found by their own name and by that of their measurement', () => {
    expect(rowsNamed('send-20ms-128/raw').map(({ name }) => name)).toEqual(['send-20ms-128/raw'])
    expect(rowsNamed('send-20ms-128').map(({ name }) => name)).toEqual([
      'send-20ms-128/raw',
      'send-20ms-128/bursts'
    ])
    expect(rowsNamed(null)).toEqual(ROWS)
    expect(rowsNamed('nothing')).toEqual([])
    expect(measurementOf('memory/tray')).toBe('memory')
  })
})
