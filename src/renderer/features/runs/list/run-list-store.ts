import { create } from 'zustand'
import type { RunView } from './run-filter'

interface RunListState {
  readonly view: RunView
  readonly query: string
}

/** What the list of runs shows, kept while one run is open: who works through the problems comes back to them. */
export const useRunListStore = create<RunListState>(() => ({ view: 'all', query: '' }))

export const setRunView = (view: RunView): void => useRunListStore.setState({ view })

export const setRunQuery = (query: string): void => useRunListStore.setState({ query })

export const showAllRuns = (): void => useRunListStore.setState({ view: 'all', query: '' })
