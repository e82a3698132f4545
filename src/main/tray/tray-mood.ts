import { openRuns } from '../../shared/domain/open-runs'
import type { AppState } from '../../shared/ipc/views'

/** What the icon says at a glance; each has a picture of its own. */
export type TrayMood = 'idle' | 'running' | 'paused' | 'attention'

/** What the tray shows beside the state of the app. */
export interface TrayState extends AppState {
  /** How many runs wait for a word of the operator. */
  readonly to_decide: number
  /** The zone of this computer: a time on another clock names its zone. */
  readonly local_zone: string
  /** When this was so. */
  readonly now: Date
}

/** That nothing goes out comes before what waits for the operator, and that before what goes well. */
export function trayMood(state: TrayState): TrayMood {
  if (state.emergency_stop !== null || state.paused_all) return 'paused'
  if (needsOperator(state)) return 'attention'
  return openRuns(state).running > 0 ? 'running' : 'idle'
}

const needsOperator = ({ to_decide, clock_hold, storage_problems, warnings }: TrayState): boolean =>
  to_decide > 0 ||
  clock_hold !== null ||
  storage_problems.length > 0 ||
  warnings.some(({ kind }) => kind === 'storage_failed' || kind === 'disk_low')
