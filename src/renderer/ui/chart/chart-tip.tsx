import { useTranslation } from 'react-i18next'
import classes from './chart.module.css'
import type { Hover, PlotModel } from './plot-model'
import { Swatch } from './swatch'

interface ChartTipProps {
  readonly model: PlotModel
  readonly hover: Hover
}

/** The numbers of one column, in the order in which they are stacked. It keeps to the side where there is room. */
export function ChartTip({
  model: { columns, series, format },
  hover: { column, left, width }
}: ChartTipProps) {
  const { t } = useTranslation()
  const valueOf = ({ values }: (typeof series)[number]) => values[column] ?? 0
  const total = series.reduce((sum, each) => sum + valueOf(each), 0)
  const isRight = column >= columns.length / 2
  return (
    <div
      className={classes['tip']}
      data-side={isRight ? 'left' : 'right'}
      style={{ left: isRight ? left : left + width }}
    >
      <div className={classes['tipTitle']}>{columns[column]?.label}</div>
      <dl className={classes['tipRows']}>
        {series.toReversed().map((each) => (
          <div key={each.id} data-none={valueOf(each) === 0 || undefined}>
            <dt>
              <Swatch paint={each.paint} />
              {each.label}
            </dt>
            <dd>{format(valueOf(each))}</dd>
          </div>
        ))}
        <div className={classes['tipTotal']}>
          <dt>{t('chart.total')}</dt>
          <dd>{format(total)}</dd>
        </div>
      </dl>
    </div>
  )
}
