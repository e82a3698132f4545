import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from '../../../shared/i18n/locale'
import { ChartCanvas } from './chart-canvas'
import { ChartLegend } from './chart-legend'
import { ChartTable } from './chart-table'
import classes from './chart.module.css'
import type { PlotColumn, PlotModel, PlotSeries } from './plot-model'

interface StackedBarsProps {
  /** What it shows, as its name for screen readers. */
  readonly label: string
  /** What the columns are: `Day`, `Hour`. */
  readonly heading: string
  readonly columns: readonly PlotColumn[]
  /** From the baseline up. Keep it the same object while nothing changes: each new one is drawn. */
  readonly series: readonly PlotSeries[]
  /** Said in place of an empty picture. */
  readonly whenEmpty: string
  /** CSS pixels. */
  readonly height?: number
  /** Whole numbers in the language of the window, when nothing else is said. */
  readonly format?: (value: number) => string
}

const HEIGHT_PX = 220

/** Stacked columns with a legend, the numbers under the pointer, and the same numbers as a table. */
export function StackedBars(props: StackedBarsProps) {
  const { label, heading, columns, series, whenEmpty, height = HEIGHT_PX, format } = props
  const { t, i18n } = useTranslation()
  const [isTable, setIsTable] = useState(false)
  const model = useMemo((): PlotModel => {
    const inWords = new Intl.NumberFormat(localeOf(i18n.language))
    return { columns, series, height, format: format ?? ((value) => inWords.format(value)) }
  }, [columns, series, height, format, i18n.language])
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0))

  if (isEmpty)
    return (
      <p className={classes['empty']} style={{ height }}>
        {whenEmpty}
      </p>
    )
  const SwitchIcon = isTable ? IconChartBar : IconTable
  return (
    <figure className={classes['chart']} aria-label={label}>
      {isTable ? <ChartTable model={model} label={label} heading={heading} /> : <ChartCanvas model={model} />}
      <figcaption className={classes['foot']}>
        <ChartLegend series={series} format={model.format} />
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          className={classes['switch']}
          leftSection={<SwitchIcon size={14} stroke={1.7} aria-hidden />}
          onClick={() => setIsTable(!isTable)}
        >
          {t(isTable ? 'chart.show_chart' : 'chart.show_table')}
        </Button>
      </figcaption>
    </figure>
  )
}
