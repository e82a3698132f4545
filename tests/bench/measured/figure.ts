import type { Figure, Figures } from '../../../scripts/bench/table.mjs'
import { median } from '../measuring'

/** Measures one part of the table: its figures, by the name of their part; '' is the measurement itself. */
export type Measure = (bench: BenchSetting) => Promise<Figures>

/** What a measurement is given. */
export interface BenchSetting {
  /** How many of a number are taken: all of them, or few while somebody writes a bench. */
  readonly size: (full: number, least?: number) => number
  readonly rounds: number
  /** A folder of its own, empty, removed afterwards. */
  readonly folder: string
  /** The built script of the import thread. */
  readonly importScript: string
}

/** Loa against its floor: the median of the ratios, each of two measurements that follow on one another. */
export function figureOf(loa: readonly number[], floor: readonly number[], unit: string): Figure {
  const ratios = loa.map((value, round) => value / (floor[round] ?? Number.NaN))
  return { loa: median(loa), floor: median(floor), ratio: median(ratios), unit }
}

/** The same against a limit, which is no measurement. */
export const shareOf = (loa: readonly number[], limit: number, unit = 'ms'): Figure =>
  figureOf(
    loa,
    loa.map(() => limit),
    unit
  )

/** How long something takes, in milliseconds. */
export async function took(work: () => unknown): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}
