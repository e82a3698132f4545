import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConsoleView } from '../../stores/console-view'
import { useLogStore } from '../../stores/log-store'
import { type LineView, LineSearch } from './line-search'

/** The lines that the console shows, kept current with the log and with the filter. */
export function useLineSearch(): LineView {
  const [search] = useState(() => {
    const { filter, clearedSeq } = useConsoleView.getState()
    return new LineSearch(useLogStore.getState().lines, filter, clearedSeq)
  })
  useEffect(() => {
    const ask = () => {
      const { filter, clearedSeq } = useConsoleView.getState()
      search.ask(filter, clearedSeq)
    }
    const stops = [useLogStore.subscribe(search.look), useConsoleView.subscribe(ask)]
    // Between the first drawing and now.
    ask()
    search.look()
    return () => stops.forEach((stop) => stop())
  }, [search])
  return useSyncExternalStore(search.subscribe, search.view)
}
