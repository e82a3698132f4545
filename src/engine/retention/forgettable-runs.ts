import type { RunSummary } from '../../shared/domain/run'

/** Runs that hang together by retries, the one that was there first standing first. */
export type RunChain = readonly RunSummary[]

/**
 * What may be forgotten: runs and missed slots that were over before an instant and wait for nobody's word. Runs that
 * hang together by retries go together: a retry without its ledger would set free what it has claimed, to be sent again.
 */
export function forgettableRuns(runs: readonly RunSummary[], before: string): readonly RunChain[] {
  return chainsOf(runs).filter((chain) => chain.every((run) => isForgettable(run, before)))
}

function isForgettable(run: RunSummary, before: string): boolean {
  // The inbox still asks about it.
  if (run.status === 'missed') return run.dismissed_at !== undefined && lastTouched(run) < before
  return run.status === 'finished' && run.counts.unknown === 0 && lastTouched(run) < before
}

/** The latest instant that is known of a run; one that nobody knows anything of is as old as can be. */
const lastTouched = ({ slot, started_at, finished_at, missed_at, dismissed_at }: RunSummary): string =>
  [slot?.at, started_at, finished_at, missed_at, dismissed_at]
    .map((instant) => instant ?? '')
    .reduce((latest, instant) => (instant > latest ? instant : latest))

function chainsOf(runs: readonly RunSummary[]): RunChain[] {
  const byId = new Map(runs.map((run) => [run.id, run]))
  const chains = new Map<string, RunSummary[]>()
  for (const run of runs) {
    const root = rootOf(run, byId)
    const chain = chains.get(root)
    if (chain === undefined) chains.set(root, [run])
    else chain.push(run)
  }
  return [...chains.values()].map((chain) => chain.sort(oldestFirst))
}

/** The run that a chain of retries began with, as far as it is still known. */
function rootOf(run: RunSummary, byId: ReadonlyMap<string, RunSummary>): string {
  const seen = new Set<string>()
  let id = run.id
  for (let next = run.retry_of; next !== undefined && !seen.has(next); next = byId.get(id)?.retry_of) {
    seen.add(next)
    id = next
  }
  return id
}

const oldestFirst = (a: RunSummary, b: RunSummary): number =>
  (a.started_at ?? '').localeCompare(b.started_at ?? '')

/** Does a run count for its campaign's `max_runs`? Only what the schedule started does. */
export const countsForMaximum = ({ status, trigger }: RunSummary): boolean =>
  status !== 'missed' && (trigger === 'schedule' || trigger === 'catch_up')
