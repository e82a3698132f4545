import type { DeliveryState } from '../../../../shared/domain/delivery'
import type { RunSummary } from '../../../../shared/domain/run'

/** As many earlier runs as one looks at. */
const EARLIER_RUNS = 10

/** What is compared: how deliveries end. */
export const COMPARED_STATES = ['sent', 'failed', 'unknown', 'skipped'] as const

export type ComparedState = (typeof COMPARED_STATES)[number]

/** Runs are only compared with their like: neither practice nor a rehearsal says anything about real people. */
const kindOf = ({ trigger, gateway }: RunSummary): 'rehearsal' | 'practice' | 'live' =>
  trigger === 'rehearsal' ? 'rehearsal' : gateway === 'practice' ? 'practice' : 'live'

/** That of a rehearsal is a rehearsal by its trigger. */
const isRetry = ({ retry_of }: RunSummary): boolean => retry_of !== undefined

/** The runs of the same campaign and kind that started before this one, newest first. */
export function earlierRuns(runs: readonly RunSummary[], run: RunSummary): readonly RunSummary[] {
  const startedAt = run.started_at
  if (startedAt === null) return []
  return runs
    .filter(
      (other) =>
        other.id !== run.id &&
        other.campaign_id === run.campaign_id &&
        kindOf(other) === kindOf(run) &&
        other.started_at !== null &&
        other.started_at < startedAt
    )
    .slice(0, EARLIER_RUNS)
}

/** One way in which a run went otherwise than the one before. */
export interface Difference {
  readonly state: Extract<DeliveryState, ComparedState>
  /** More than last time when positive. */
  readonly by: number
}

/**
 * How a run differs from the last one that went to everybody; the worst news first. Null when there is nothing to
 * compare: a retry goes to a few only, and a run under way is not over.
 */
export function differencesOf(run: RunSummary, earlier: readonly RunSummary[]): readonly Difference[] | null {
  const last = earlier.find((one) => !isRetry(one) && one.status === 'finished')
  if (last === undefined || run.status !== 'finished' || isRetry(run)) return null
  return (['failed', 'unknown', 'skipped', 'sent'] as const)
    .map((state) => ({ state, by: run.counts[state] - last.counts[state] }))
    .filter(({ by }) => by !== 0)
}

/** The largest count of each state among some runs: the full length of its bar. */
export const largestOf = (runs: readonly RunSummary[]): Readonly<Record<ComparedState, number>> => {
  const largest = (state: ComparedState) => Math.max(0, ...runs.map(({ counts }) => counts[state]))
  return {
    sent: largest('sent'),
    failed: largest('failed'),
    unknown: largest('unknown'),
    skipped: largest('skipped')
  }
}
