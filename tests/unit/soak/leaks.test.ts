import { describe, expect, it } from 'vitest'
import { growthOf } from '../../support/soak/leaks'

const series = { name: 'heap', perRun: 40, noise: 1_000 }
const looks = (valueOf: (run: number) => number) =>
  Array.from({ length: 40 }, (_, index) => ({ runs: index + 1, value: valueOf(index + 1) }))
/** Up and down, as a heap is. */
const wobble = (run: number) => (run % 3) * 300

describe('what counts as a leak', () => {
  it('is steady growth beyond what a run may keep', () => {
    const found = growthOf(
      series,
      looks((run) => 9_000 + run * 150 + wobble(run))
    )
    expect(found.isLeak).toBe(true)
    expect(found.grew).toBeGreaterThan(2_500)
  })

  it('is not the warming up, nor one odd look, nor wobbling', () => {
    expect(
      growthOf(
        series,
        looks((run) => 9_000 + Math.min(run, 15) * 900 + wobble(run))
      ).isLeak
    ).toBe(false)
    expect(
      growthOf(
        series,
        looks((run) => (run === 39 ? 90_000 : 9_000 + wobble(run)))
      ).isLeak
    ).toBe(false)
    expect(growthOf(series, looks(wobble)).isLeak).toBe(false)
  })

  it('is one listener every few runs', () => {
    const listeners = { name: 'listeners', perRun: 0, noise: 0.5 }
    expect(
      growthOf(
        listeners,
        looks((run) => 50 + Math.floor(run / 5))
      ).isLeak
    ).toBe(true)
    expect(
      growthOf(
        listeners,
        looks(() => 50)
      ).isLeak
    ).toBe(false)
  })

  it('cannot be told from a handful of looks', () => {
    expect(() => growthOf(series, looks(wobble).slice(0, 3))).toThrow('too few')
  })
})
