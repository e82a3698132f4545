import { isOpen, type RunSummary } from './run'

/** The open runs of the app, and which of them stand still, as the engine sees it. */
interface KnownRuns {
  readonly open_runs: number
  readonly still_runs: readonly string[]
}

/**
 * How many runs are open. `running`: they send, or wait for their turn of their own accord. `still`: nothing of them goes out
 * before somebody has said so: they are paused, wait for a decision, or all sending is held.
 */
export interface OpenRuns {
  readonly running: number
  readonly still: number
}

/** The numbers that every place says: window, tray, and the question before quitting. */
export const openRuns = ({ open_runs, still_runs }: KnownRuns): OpenRuns => ({
  running: open_runs - still_runs.length,
  still: still_runs.length
})

/** Is this run one of those that stand still? */
export const standsStill = (
  run: Pick<RunSummary, 'id' | 'status'>,
  { still_runs }: Pick<KnownRuns, 'still_runs'>
): boolean => isOpen(run) && still_runs.includes(run.id)

/** Is this run one of those that are running? */
export const isRunning = (
  run: Pick<RunSummary, 'id' | 'status'>,
  { still_runs }: Pick<KnownRuns, 'still_runs'>
): boolean => isOpen(run) && !still_runs.includes(run.id)

/** The sentences about open runs, by their keys in `common`; none about what there is none of. */
export const openRunsSaid = (runs: OpenRuns) =>
  (['running', 'still'] as const)
    .filter((standing) => runs[standing] > 0)
    .map((standing) => ({ key: `open_runs.${standing}` as const, count: runs[standing] }))
