import { useShownPlace } from '../../stores/shown-place'
import { RunList } from './list/run-list'
import { RunView } from './run/run-view'

/** The history of runs, or one of them. */
export function RunsPage() {
  const runId = useShownPlace().run_id
  return runId === null ? <RunList /> : <RunView key={runId} runId={runId} />
}
