import { useNavigationStore } from '../../stores/navigation-store'
import { RunList } from './list/run-list'
import { RunView } from './run/run-view'

/** The history of runs, or one of them. */
export function RunsPage() {
  const runId = useNavigationStore((state) => state.run_id)
  return runId === null ? <RunList /> : <RunView key={runId} runId={runId} />
}
