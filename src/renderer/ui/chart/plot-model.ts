import type { PaintName } from './paint'

export interface PlotColumn {
  /** The whole name, where there is room for it. */
  readonly label: string
  /** The short one, under the axis; empty when it is not to be named there. */
  readonly tick: string
}

export interface PlotSeries {
  readonly id: string
  readonly label: string
  readonly paint: PaintName
  /** One for each column; never negative. */
  readonly values: readonly number[]
}

/** What a plot shows. */
export interface PlotModel {
  readonly columns: readonly PlotColumn[]
  /** From the baseline up. */
  readonly series: readonly PlotSeries[]
  /** CSS pixels, with the axis. */
  readonly height: number
  readonly format: (value: number) => string
}

/** The column under the pointer, in CSS pixels from the left of the plot. */
export interface Hover {
  readonly column: number
  readonly left: number
  readonly width: number
}
