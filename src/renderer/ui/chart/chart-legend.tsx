import classes from './chart.module.css'
import type { PlotSeries } from './plot-model'
import { Swatch } from './swatch'

interface ChartLegendProps {
  readonly series: readonly PlotSeries[]
  readonly format: (value: number) => string
}

/** What the colours stand for, with what each comes to over all columns. */
export function ChartLegend({ series, format }: ChartLegendProps) {
  return (
    <ul className={classes['legend']}>
      {series.map(({ id, label, paint, values }) => (
        <li key={id}>
          <Swatch paint={paint} />
          {label} <strong>{format(values.reduce((sum, value) => sum + value, 0))}</strong>
        </li>
      ))}
    </ul>
  )
}
