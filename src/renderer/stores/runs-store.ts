import { create } from 'zustand'
import type { RunSummary } from '../../shared/domain/run'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface RunsState extends Loadable {
  /** Newest first. */
  readonly runs: readonly RunSummary[]
}

export const useRunsStore = create<RunsState>(() => ({ ...notLoaded, runs: [] }))

const instantOf = (run: RunSummary): string => run.started_at ?? run.slot?.at ?? ''

const newestFirst = (left: RunSummary, right: RunSummary): number =>
  instantOf(right).localeCompare(instantOf(left)) || right.id.localeCompare(left.id)

/** Puts changed runs into the list: known ones are replaced, new ones added. */
export function withChanges(runs: readonly RunSummary[], changed: readonly RunSummary[]): RunSummary[] {
  const byId = new Map(runs.map((run) => [run.id, run]))
  for (const run of changed) byId.set(run.id, run)
  return [...byId.values()].sort(newestFirst)
}

/** Reads the history of runs; the last answer wins. */
export const loadRuns = coalesced(async () => {
  const result = await loa.listRuns()
  useRunsStore.setState(
    result.ok ? { ...loaded, runs: [...result.value].sort(newestFirst) } : loadFailed(result.error)
  )
})

/** Listens until the returned function is called. */
export const startRunsStore = (): (() => void) =>
  loa.onRunsChanged((changed) =>
    useRunsStore.setState((state) => ({ runs: withChanges(state.runs, changed) }))
  )
