import classes from './chart.module.css'
import { PAINTS, type PaintName } from './paint'

/** A little square in the colour and texture of a part of a chart; its name stands beside it. */
export function Swatch({ paint }: { readonly paint: PaintName }) {
  return (
    <span
      className={classes['swatch']}
      data-texture={PAINTS[paint]}
      style={{ backgroundColor: `var(--loa-chart-${paint})` }}
      aria-hidden
    />
  )
}
