import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Hover, PlotModel } from './plot-model'
import { createStackedPlot, type StackedPlot } from './stacked-plot'

/** A plot in an element, as long as the component is there. Gives the column that the pointer is over. */
export function useStackedPlot(host: RefObject<HTMLElement | null>, model: PlotModel): Hover | null {
  const [hover, setHover] = useState<Hover | null>(null)
  const plot = useRef<StackedPlot | null>(null)
  const latest = useRef(model)

  useEffect(() => {
    latest.current = model
    plot.current?.update(model)
  }, [model])

  useEffect(() => {
    if (host.current === null) return
    const created = createStackedPlot(host.current, latest.current, setHover)
    plot.current = created
    return () => {
      plot.current = null
      created.destroy()
    }
  }, [host])

  return hover
}
