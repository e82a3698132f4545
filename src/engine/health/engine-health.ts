import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineHealth, HeldBy } from '../../shared/domain/health'
import type { AppState } from '../../shared/ipc/views'
import type { Clock } from '../ports'
import type { Scheduler } from '../scheduler/scheduler'
import { isoOf } from '../system-clock'
import { nextClockChange, offsetAt } from './clock-change'
import { diskSpace } from './disk-space'
import type { VitalSigns } from './vital-signs'

export interface EngineHealthContext {
  readonly clock: Clock
  /** The data folder, where the ledgers are in it, and the log. */
  readonly data: { readonly folder: string; readonly ledgers: string; readonly logFile: string }
  readonly scheduler: Pick<Scheduler, 'standing'>
  readonly signs: VitalSigns
  readonly state: () => AppState
}

/** Looks at everything that the health page tells of the engine. A disk that does not answer is a null, not an error. */
export async function engineHealth(context: EngineHealthContext): Promise<EngineHealth> {
  const { clock, data, scheduler, signs } = context
  const [disk, ledgers, logBytes] = await Promise.all([
    diskSpace(data.folder),
    sizeOfFiles(data.ledgers),
    bytesOf(data.logFile)
  ])
  const state = context.state()
  const nowMs = clock.nowMs()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { isRunning, lookedAtMs, armedForMs } = scheduler.standing()
  return {
    checked_at: isoOf(nowMs),
    scheduler: {
      is_running: isRunning,
      looked_at: instantOf(lookedAtMs),
      armed_for: instantOf(armedForMs),
      held_by: heldBy(state)
    },
    next: state.next,
    disk,
    clock: {
      zone,
      offset_min: offsetAt(zone, nowMs),
      last_jump: signs.lastJump,
      change: nextClockChange(zone, nowMs)
    },
    gateway: state.gateway,
    channels: state.channels.map(({ channel, state: standing, queued }) => ({
      channel,
      state: standing,
      queued,
      ...signs.of(channel)
    })),
    open_runs: state.open_runs,
    still_runs: state.still_runs,
    ledgers,
    log_bytes: logBytes
  }
}

const instantOf = (ms: number | null): string | null => (ms === null ? null : isoOf(ms))

function heldBy(state: AppState): HeldBy | null {
  if (state.storage_problems.length > 0) return 'storage'
  if (state.emergency_stop !== null) return 'emergency'
  if (state.clock_hold !== null) return 'clock'
  return state.paused_all ? 'paused' : null
}

const bytesOf = async (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0
  )

async function sizeOfFiles(folder: string): Promise<EngineHealth['ledgers']> {
  const names = await readdir(folder).catch(() => [])
  let bytes = 0
  // One after the other: thousands of them at once would hold up the ledgers that are being written.
  for (const name of names) bytes += await bytesOf(join(folder, name))
  return { count: names.length, bytes }
}
