import { create } from 'zustand'
import { EVERY_LINE, type LogFilter } from '../../shared/domain/log-filter'
import { useLogStore } from './log-store'
import { openPage, useNavigationStore } from './navigation-store'

interface ConsoleView {
  readonly filter: LogFilter
  /** Lines up to here were taken out of sight; the file and the memory still have them. */
  readonly clearedSeq: number
}

/** What the console shows. It outlives the page: whoever looks at a delivery comes back to the same lines. */
export const useConsoleView = create<ConsoleView>(() => ({ filter: EVERY_LINE, clearedSeq: 0 }))

/** Changes a part of the filter; what else is set stays. */
export const changeFilter = (part: Partial<LogFilter>): void =>
  useConsoleView.setState(({ filter }) => ({ filter: { ...filter, ...part } }))

/** Empties the view, and nothing else: new lines appear in it. */
export const clearView = (): void => useConsoleView.setState({ clearedSeq: useLogStore.getState().end - 1 })

/** Brings back what "clear view" took out of sight. */
export const showCleared = (): void => useConsoleView.setState({ clearedSeq: 0 })

/** Opens the console with the lines about a campaign, a run or a person, also those that were cleared from view. */
export async function showInConsole(about: Partial<LogFilter>): Promise<void> {
  await openPage('console')
  if (useNavigationStore.getState().page !== 'console') return
  useConsoleView.setState({ filter: { ...EVERY_LINE, ...about }, clearedSeq: 0 })
}
