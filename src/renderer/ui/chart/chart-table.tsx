import { useTranslation } from 'react-i18next'
import { columnTotals } from './column-layout'
import classes from './chart.module.css'
import type { PlotModel } from './plot-model'

interface ChartTableProps {
  readonly model: PlotModel
  readonly label: string
  /** What the columns of the plot are: days, hours. */
  readonly heading: string
}

/** The same numbers as rows, for whom the picture says nothing. */
export function ChartTable({ model: { columns, series, format, height }, label, heading }: ChartTableProps) {
  const { t } = useTranslation()
  const totals = columnTotals(series, columns.length)
  const sum = (values: readonly number[]) => format(values.reduce((all, value) => all + value, 0))
  return (
    <div className={classes['scroll']} style={{ height }} tabIndex={0} role="region" aria-label={label}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {series.map(({ id, label: name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('chart.total')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.label} data-none={totals[index] === 0 || undefined}>
              <th scope="row">{column.label}</th>
              {series.map(({ id, values }) => (
                <td key={id}>{format(values[index] ?? 0)}</td>
              ))}
              <td>{format(totals[index] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('chart.total')}</th>
            {series.map(({ id, values }) => (
              <td key={id}>{sum(values)}</td>
            ))}
            <td>{sum(totals)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
