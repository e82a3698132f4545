import type { RunSummary } from '../../../shared/domain/run'

/** How a finished run went, the worst first: a failure is never hidden behind what went well. */
export type RunResult = 'failed' | 'unknown' | 'stopped' | 'nothing_sent' | 'sent'

/** What has to be said about a finished run in one word. */
export function resultOf({ counts, stop }: RunSummary): RunResult {
  if (counts.failed > 0) return 'failed'
  if (counts.unknown > 0) return 'unknown'
  if (stop !== undefined) return 'stopped'
  return counts.sent > 0 ? 'sent' : 'nothing_sent'
}

/** The runs that ended last, the latest first. */
export const lastFinished = (runs: readonly RunSummary[], most: number): RunSummary[] =>
  runs
    .filter(({ status, finished_at }) => status === 'finished' && finished_at !== null)
    .sort((one, other) => (other.finished_at ?? '').localeCompare(one.finished_at ?? ''))
    .slice(0, most)
