import type uPlot from 'uplot'
import type { CanvasPaints } from './canvas-paint'
import { namedColumns } from './column-layout'
import { drawColumns, hoverOf } from './draw-columns'
import type { Hover, PlotModel } from './plot-model'

const AXIS_GAP_PX = 8
const X_AXIS_PX = 26
/** How wide the other axis is, for whoever has to know before it is drawn. */
const Y_AXIS_ABOUT_PX = 40
const TOP_PADDING_PX = 8
/** Between two lines of the grid. */
const GRID_SPACE_PX = 36
/** Air above the highest column. */
const HEADROOM = 1.06
const WHOLE_NUMBERS = Array.from({ length: 12 }, (_, power) => 10 ** power).flatMap((power) => [
  power,
  2 * power,
  5 * power
])

export interface PlotContext {
  /** What is to be shown now. */
  readonly model: () => PlotModel
  readonly paints: () => CanvasPaints
  /** The family of the page. */
  readonly font: string
  /** How wide a text is in that font, CSS pixels. */
  readonly widthOf: (text: string) => number
  readonly onHover: (hover: Hover | null) => void
}

/** Whole numbers up, names along the bottom, and columns that are drawn by hand between them. */
export function plotOptions(context: PlotContext, width: number): uPlot.Options {
  const { model, paints, font, widthOf, onHover } = context
  /** Room for the last name under the axis, as far as it is wider than its column. */
  const overhang = ({ width: plotWidth }: uPlot) => {
    const { columns } = model()
    const columnWidth = (plotWidth - Y_AXIS_ABOUT_PX) / columns.length
    return Math.max(0, widthOf(columns.at(-1)?.tick ?? '') - columnWidth) / 2 + 1
  }
  return {
    width,
    height: model().height,
    padding: [TOP_PADDING_PX, overhang, 0, 0],
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: () => [-0.5, model().columns.length - 0.5] },
      y: { range: (_plot, _min, max) => [0, Math.max(1, max) * HEADROOM] }
    },
    axes: [
      {
        font,
        stroke: () => paints().axis,
        size: X_AXIS_PX,
        gap: AXIS_GAP_PX,
        grid: { show: false },
        ticks: { show: false },
        splits: ({ over }) => {
          const { columns } = model()
          return namedColumns(
            columns.map(({ tick }) => tick),
            over.clientWidth / columns.length,
            widthOf
          )
        },
        values: (_plot, columns) => columns.map((column) => model().columns[column]?.tick ?? '')
      },
      {
        font,
        stroke: () => paints().axis,
        gap: AXIS_GAP_PX,
        space: GRID_SPACE_PX,
        incrs: WHOLE_NUMBERS,
        grid: { stroke: () => paints().grid, width: 1 },
        ticks: { show: false },
        values: (_plot, splits) => splits.map((value) => model().format(value)),
        // Null before the first values are known.
        size: (_plot, values: string[] | null) => Math.max(0, ...(values ?? []).map(widthOf)) + AXIS_GAP_PX
      }
    ],
    // One series of totals is all that scales and cursor need.
    series: [{}, { paths: () => null, points: { show: false } }],
    hooks: {
      draw: [(plot) => drawColumns(plot, model(), paints())],
      setCursor: [(plot) => onHover(hoverOf(plot, model()))]
    }
  }
}
