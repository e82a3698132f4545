import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { canvasPaints, type CanvasPaints } from './canvas-paint'
import { columnTotals } from './column-layout'
import type { Hover, PlotModel } from './plot-model'
import { plotOptions } from './plot-options'

export interface StackedPlot {
  readonly update: (model: PlotModel) => void
  readonly destroy: () => void
}

/** Mantine writes the theme here. */
const SCHEME = 'data-mantine-color-scheme'

/**
 * Draws stacked columns into an element and keeps them right when it is resized, when the theme changes and when the
 * window moves to a finer screen, until it is destroyed. A canvas says nothing to screen readers: put the numbers beside
 * it.
 */
export function createStackedPlot(
  host: HTMLElement,
  first: PlotModel,
  onHover: (hover: Hover | null) => void
): StackedPlot {
  let model = first
  let paints: CanvasPaints | null = null
  let paintedRatio = 0
  const font = `12px ${getComputedStyle(host).fontFamily}`
  const plot = new uPlot(
    plotOptions(
      {
        model: () => model,
        paints: () => {
          if (paints === null || paintedRatio !== uPlot.pxRatio) {
            paintedRatio = uPlot.pxRatio
            paints = canvasPaints(host, paintedRatio)
          }
          return paints
        },
        font,
        widthOf: measureIn(font),
        onHover
      },
      host.clientWidth
    ),
    dataOf(model),
    host
  )

  const theme = new MutationObserver(() => {
    paints = null
    plot.redraw(false, true)
  })
  theme.observe(document.documentElement, { attributeFilter: [SCHEME] })
  const size = new ResizeObserver(() => {
    if (host.clientWidth > 0) plot.setSize({ width: host.clientWidth, height: model.height })
  })
  size.observe(host)

  return {
    update: (next) => {
      if (next.height !== model.height) plot.setSize({ width: host.clientWidth, height: next.height })
      model = next
      plot.setData(dataOf(next))
    },
    destroy: () => {
      theme.disconnect()
      size.disconnect()
      plot.destroy()
    }
  }
}

const dataOf = ({ columns, series }: PlotModel): uPlot.AlignedData => [
  columns.map((_, column) => column),
  columnTotals(series, columns.length)
]

/** On a canvas of its own: uPlot remembers which font its own one has. */
function measureIn(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (context !== null) context.font = font
  return (text) => context?.measureText(text).width ?? 0
}
