import uPlot from 'uplot'
import type { CanvasPaints } from './canvas-paint'
import { barWidth, segmentsOf } from './column-layout'
import type { Hover, PlotModel } from './plot-model'

const GAP_PX = 1
const CORNER_PX = 2.5

/** Draws the columns into the plot's canvas; its axes are there already. */
export function drawColumns(plot: uPlot, { columns, series }: PlotModel, paints: CanvasPaints): void {
  const { ctx, bbox } = plot
  const ratio = uPlot.pxRatio
  const columnWidth = bbox.width / columns.length
  const width = barWidth(columnWidth, ratio)
  const baseline = plot.valToPos(0, 'y', true)
  const pxPerUnit = baseline - plot.valToPos(1, 'y', true)
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  for (const column of columns.keys()) {
    const left = Math.round(bbox.left + (column + 0.5) * columnWidth - width / 2)
    const right = Math.round(bbox.left + (column + 0.5) * columnWidth + width / 2)
    const values = series.map((each) => each.values[column] ?? 0)
    const segments = segmentsOf(values, pxPerUnit, GAP_PX * ratio)
    for (const [place, { series: index, from, to }] of segments.entries()) {
      const corner = place === segments.length - 1 ? Math.min(CORNER_PX * ratio, (to - from) / 2) : 0
      ctx.beginPath()
      ctx.roundRect(left, baseline - to, Math.max(1, right - left), to - from, [corner, corner, 0, 0])
      const paint = series[index]?.paint
      if (paint !== undefined) ctx.fillStyle = paints.fill(paint)
      ctx.fill()
    }
  }
  ctx.restore()
}

/** The column that the plot's cursor is over, if it is over one. */
export function hoverOf({ cursor, bbox }: uPlot, { columns }: PlotModel): Hover | null {
  const { idx: column, left = -1 } = cursor
  if (column === null || column === undefined || left < 0) return null
  const width = bbox.width / uPlot.pxRatio / columns.length
  return { column, left: bbox.left / uPlot.pxRatio + column * width, width }
}
