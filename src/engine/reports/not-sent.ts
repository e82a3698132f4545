import type { DeliveryView, ReasonCode } from '../../shared/domain/delivery'
import { inPieces } from '../pieces'
import type { ReportedRun } from './reported-run'

/** The states in which a delivery is over and was not, or may not have been, sent. */
export const NOT_SENT = ['failed', 'unknown', 'skipped'] as const

export type NotSentState = (typeof NOT_SENT)[number]

/** How many deliveries ended in a state for a reason. */
export interface ReasonCount {
  readonly state: NotSentState
  readonly code: ReasonCode | null
  readonly count: number
}

export interface NotSent {
  /** By state, then the most frequent first. */
  readonly reasons: readonly ReasonCount[]
  /** In the order of the run, at most so many as were asked for. */
  readonly first: readonly DeliveryView[]
  readonly total: number
}

/** What was not sent in a run and why; a long run is gone through in pieces. */
export async function notSentOf(
  { deliveries }: Pick<ReportedRun, 'deliveries'>,
  atMost: number
): Promise<NotSent> {
  const counts = new Map<string, ReasonCount>()
  const first: DeliveryView[] = []
  let total = 0
  const pieces = inPieces()
  for (const delivery of deliveries(NOT_SENT)) {
    if (pieces.isDue()) await pieces.rest()
    const state = delivery.state as NotSentState
    const code = delivery.reason?.code ?? null
    const key = `${state} ${code ?? ''}`
    counts.set(key, { state, code, count: (counts.get(key)?.count ?? 0) + 1 })
    if (first.length < atMost) first.push(delivery)
    total += 1
  }
  const rank = ({ state }: ReasonCount) => NOT_SENT.indexOf(state)
  const reasons = [...counts.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count)
  return { reasons, first, total }
}
