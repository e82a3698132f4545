import { isOpen } from '../../../../shared/domain/run'
import { useRunsStore } from '../../../stores/runs-store'
import { useNow } from '../../../ui/use-now'

/** Runs further back do not change while a page is looked at. */
const WATCHED = 20
const WHILE_SENDING_MS = 5_000

/**
 * Another text whenever what was sent to people may be another: a run began, ended or was settled, and every few
 * seconds while one goes on. Reading ledgers for each single message of a run would keep the disk busy.
 */
export function useRunPulse(): string {
  const runs = useRunsStore((state) => state.runs)
  const ticks = Math.floor(useNow(WHILE_SENDING_MS) / WHILE_SENDING_MS)
  return runs
    .slice(0, WATCHED)
    .map((run) => `${run.id} ${run.status} ${isOpen(run) ? ticks : JSON.stringify(run.counts)}`)
    .join('\n')
}
