import type { RunSummary } from '../../shared/domain/run'

const instantOf = (run: RunSummary): string => run.started_at ?? run.slot?.at ?? ''

/** The order of the history. */
export const newestFirst = (left: RunSummary, right: RunSummary): number =>
  instantOf(right).localeCompare(instantOf(left)) || right.id.localeCompare(left.id)

/** Puts changed runs into the list: known ones are replaced, new ones added. */
export function withChanges(runs: readonly RunSummary[], changed: readonly RunSummary[]): RunSummary[] {
  const byId = new Map(runs.map((run) => [run.id, run]))
  for (const run of changed) byId.set(run.id, run)
  return [...byId.values()].sort(newestFirst)
}
