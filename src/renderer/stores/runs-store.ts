import { create } from 'zustand'
import type { RunSummary } from '../../shared/domain/run'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'
import { newestFirst, withChanges } from './run-list'

interface RunsState extends Loadable {
  /** Newest first. */
  readonly runs: readonly RunSummary[]
}

export const useRunsStore = create<RunsState>(() => ({ ...notLoaded, runs: [] }))

/** Reads the history of runs; the last answer wins. */
export const loadRuns = coalesced(async () => {
  const result = await loa.listRuns()
  useRunsStore.setState(
    result.ok ? { ...loaded, runs: [...result.value].sort(newestFirst) } : loadFailed(result.error)
  )
})

/** Listens until the returned function is called. */
export function startRunsStore(): () => void {
  const stops = [
    loa.onRunsChanged((changed) =>
      useRunsStore.setState((state) => ({ runs: withChanges(state.runs, changed) }))
    ),
    loa.onRunsForgotten(() => void loadRuns())
  ]
  return () => stops.forEach((stop) => stop())
}
