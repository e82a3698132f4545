import type { RunSummary, Trigger } from '../../../shared/domain/run'

/** How a run began, where a mark beside it calls a rehearsal one already: what is left to say, or null. */
export const triggerBeside = ({ trigger, retry_of }: RunSummary): Trigger | null => {
  if (trigger !== 'rehearsal') return trigger
  return retry_of === undefined ? null : 'retry'
}
