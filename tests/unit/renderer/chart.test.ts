import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  barWidth,
  columnTotals,
  namedColumns,
  segmentsOf
} from '../../../src/renderer/ui/chart/column-layout'
import { PAINTS } from '../../../src/renderer/ui/chart/paint'

/** What sums of decimals may be off by. */
const TINY = 1e-6

describe('the parts of a column', () => {
  it('stand on each other from the baseline up, a free line between them', () => {
    expect(segmentsOf([10, 0, 20], 2, 1)).toEqual([
      { series: 0, from: 0, to: 19 },
      { series: 2, from: 20, to: 60 }
    ])
  })

  it('are seen however small they are', () => {
    const [, failed] = segmentsOf([100_000, 1], 0.002, 1)
    expect(failed).toMatchObject({ series: 1 })
    expect((failed?.to ?? 0) - (failed?.from ?? 0)).toBeGreaterThanOrEqual(2)
  })

  it('never overlap, never vanish, and are as high as they are many where there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5_000), { maxLength: 5 }),
        fc.double({ min: 0.001, max: 5, noNaN: true }),
        (values, pxPerUnit) => {
          const segments = segmentsOf(values, pxPerUnit, 1)
          expect(segments.map(({ series }) => values[series])).toEqual(values.filter((value) => value > 0))
          let top = 0
          for (const { series, from, to } of segments) {
            expect(from).toBeGreaterThanOrEqual(top)
            expect(to - from).toBeGreaterThan(2 - TINY)
            const height = (values[series] ?? 0) * pxPerUnit
            if (height > 3) expect(Math.abs(to - from - height)).toBeLessThanOrEqual(1 + TINY)
            top = to
          }
        }
      )
    )
  })
})

it('bars leave room between them, but not where that would only flicker', () => {
  expect(barWidth(20, 1)).toBeCloseTo(14.4)
  expect(barWidth(200, 2)).toBe(68)
  expect(barWidth(4, 1)).toBe(4)
})

it('totals are those of all series, also where one is shorter', () => {
  expect(columnTotals([{ values: [1, 2, 3] }, { values: [10] }], 3)).toEqual([11, 2, 3])
})

describe('the names under the axis', () => {
  const width = () => 40

  it('are all there when there is room', () => {
    expect(namedColumns(['a', 'b', 'c'], 60, width)).toEqual([0, 1, 2])
  })

  it('are thinned evenly with the last one kept, and never touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3, max: 80 }), (count, columnPx) => {
        const shown = namedColumns(Array.from({ length: count }, String), columnPx, width)
        expect(shown.at(-1)).toBe(count - 1)
        const distances = new Set(shown.slice(1).map((column, index) => column - (shown[index] ?? 0)))
        expect(distances.size).toBeLessThanOrEqual(1)
        for (const distance of distances) expect(distance * columnPx).toBeGreaterThan(40)
      })
    )
  })

  it('stand only where there is one', () => {
    const hours = Array.from({ length: 168 }, (_, hour) => (hour % 24 === 0 ? 'Mon' : ''))
    expect(namedColumns(hours, 5, width)).toEqual([0, 24, 48, 72, 96, 120, 144])
    expect(namedColumns(['', ''], 5, width)).toEqual([])
  })
})

describe('the colours', () => {
  const css = readFileSync(join(process.cwd(), 'src/renderer/styles/tokens.css'), 'utf8')
  const [light = '', dark = ''] = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, tokens]) => tokens)

  const token = (tokens: string, name: string) =>
    new RegExp(`--loa-${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1] ?? ''
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }

  it.each(Object.keys(PAINTS))('of %s is seen on the surface of both themes', (paint) => {
    for (const tokens of [light, dark]) {
      expect(contrast(token(tokens, `chart-${paint}`), token(tokens, 'surface'))).toBeGreaterThanOrEqual(3)
    }
  })

  it('are not all that tells the parts of one chart apart', () => {
    for (const chart of [
      ['whatsapp', 'telegram', 'ai_call'] as const,
      ['sent', 'failed', 'unknown', 'skipped'] as const
    ]) {
      expect(new Set(chart.map((paint) => PAINTS[paint])).size).toBe(chart.length)
    }
  })
})
