import type { DeliveryCounts, DeliveryState } from '../../shared/domain/delivery'

/** The order of a progress bar: what went well, what did not, what is still to come. */
export const PROGRESS_ORDER = ['sent', 'failed', 'unknown', 'skipped', 'sending', 'queued'] as const

export interface ProgressPart {
  readonly state: DeliveryState
  readonly count: number
  readonly percent: number
}

/** Even one failure among 100,000 must be seen. */
const SMALLEST_PERCENT = 1.5

/** The parts of a run's bar. They fill it together; a small part is drawn wider than it is, never left out. */
export function progressParts(counts: DeliveryCounts): readonly ProgressPart[] {
  const present = PROGRESS_ORDER.map((state) => ({ state, count: counts[state] })).filter(
    (part) => part.count > 0
  )
  const total = present.reduce((sum, part) => sum + part.count, 0)
  const widths = present.map((part) => Math.max((part.count / total) * 100, SMALLEST_PERCENT))
  const drawn = widths.reduce((sum, width) => sum + width, 0)
  return present.map((part, index) => ({ ...part, percent: ((widths[index] ?? 0) / drawn) * 100 }))
}
