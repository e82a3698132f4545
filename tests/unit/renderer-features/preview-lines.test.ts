import { describe, expect, it } from 'vitest'
import { previewLines } from '../../../src/renderer/features/campaigns/editor/preview-lines'
import type { Occurrence } from '../../../src/shared/domain/schedule'

const slot = (day: number): Occurrence => {
  const date = new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10)
  const nominal = `${date}T09:00:00`
  return { nominal, zone: 'UTC', at: `${nominal}.000Z`, local: nominal, notes: [] }
}

const said = (runs: readonly number[], leftOut: readonly number[]) =>
  previewLines(runs.map(slot), leftOut.map(slot)).map((line) =>
    line.kind === 'more'
      ? `${line.count} more`
      : `${line.kind} ${Number(line.occurrence.nominal.slice(8, 10))}`
  )

describe('the next runs and what falls away', () => {
  it('follow each other in time, whatever falls away before, between and behind the runs', () => {
    expect(said([2, 4, 6], [1, 3, 8])).toEqual([
      'left_out 1',
      'run 2',
      'left_out 3',
      'run 4',
      'run 6',
      'left_out 8'
    ])
    expect(said([1], [])).toEqual(['run 1'])
    expect(said([], [3])).toEqual(['left_out 3'])
  })

  it('of many in a row a few are shown and the rest is counted', () => {
    expect(said([9], [1, 2, 3, 4])).toHaveLength(5)
    expect(said([9], [1, 2, 3, 4, 5, 10, 11])).toEqual([
      'left_out 1',
      'left_out 2',
      'left_out 3',
      '2 more',
      'run 9',
      'left_out 10',
      'left_out 11'
    ])
  })
})
