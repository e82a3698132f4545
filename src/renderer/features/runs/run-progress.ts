import type { DeliveryCounts } from '../../../shared/domain/delivery'

/** How many deliveries have come to an end, out of all of them. */
export function settledOf(counts: DeliveryCounts): { readonly settled: number; readonly total: number } {
  const settled = counts.sent + counts.failed + counts.unknown + counts.skipped
  return { settled, total: settled + counts.queued + counts.sending }
}

/** Did something go wrong that somebody should look at? */
export const needsAttention = (counts: DeliveryCounts): boolean => counts.failed > 0 || counts.unknown > 0
