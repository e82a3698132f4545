import type { RunSummary } from '../../../../shared/domain/run'
import { foldText, holdsWords, queryWords } from '../../../../shared/text/fold-text'
import { needsAttention } from '../run-progress'

/** `problems`: something failed, is unknown, waits for the operator or never went out. */
export const RUN_VIEWS = ['all', 'problems', 'missed'] as const

export type RunView = (typeof RUN_VIEWS)[number]

const isIn = (view: RunView, run: RunSummary): boolean => {
  if (view === 'all') return true
  if (view === 'missed') return run.status === 'missed'
  return run.status === 'missed' || run.status === 'paused' || needsAttention(run.counts)
}

/** The runs of a view whose campaign's name holds the query. */
export function filterRuns(runs: readonly RunSummary[], view: RunView, query: string): readonly RunSummary[] {
  const words = queryWords(query)
  if (view === 'all' && words.length === 0) return runs
  return runs.filter((run) => isIn(view, run) && holdsWords(foldText(run.campaign_name), words))
}
