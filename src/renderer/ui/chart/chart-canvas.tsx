import { useRef } from 'react'
import { ChartTip } from './chart-tip'
import classes from './chart.module.css'
import type { PlotModel } from './plot-model'
import { useStackedPlot } from './use-stacked-plot'

/** The picture, with the numbers of the column that the pointer is over. Says nothing to screen readers. */
export function ChartCanvas({ model }: { readonly model: PlotModel }) {
  const host = useRef<HTMLDivElement>(null)
  const hover = useStackedPlot(host, model)
  return (
    <div className={classes['canvas']} style={{ height: model.height }} aria-hidden>
      {hover !== null && (
        <span className={classes['column']} style={{ left: hover.left, width: hover.width }} />
      )}
      <div ref={host} className={classes['host']} />
      {hover !== null && <ChartTip model={model} hover={hover} />}
    </div>
  )
}
