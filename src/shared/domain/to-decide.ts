import type { RunSummary } from './run'

/** Does this run wait for a word of the operator: missed and not skipped, paused, or holding unknown deliveries? */
export function waitsForOperator({ status, dismissed_at, counts, paused_channels }: RunSummary): boolean {
  if (status === 'missed') return dismissed_at === undefined
  return status === 'paused' || paused_channels.length > 0 || counts.unknown > 0
}

/** How many runs wait for a word of the operator. */
export const toDecide = (runs: readonly RunSummary[]): number => runs.filter(waitsForOperator).length
