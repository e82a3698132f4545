import type { ChannelView } from '../ipc/views'
import type { ChannelId } from './channel'
import type { FinalState } from './delivery'
import type { Occurrence } from './schedule'
import type { GatewayId } from './settings'

/** What keeps every run from going out, if anything does. */
export type HeldBy = 'storage' | 'emergency' | 'clock' | 'paused'

/** How a channel of the chosen gateway answered since the app started; null where it has not been asked. */
export interface ChannelHealth {
  readonly channel: ChannelId
  readonly state: ChannelView['state']
  readonly queued: number
  readonly last_answer: { readonly at: string; readonly outcome: FinalState } | null
  readonly last_test: { readonly at: string; readonly passed: boolean } | null
}

/** The last copy of the data that was made. */
export interface BackupHealth {
  readonly at: string
  readonly bytes: number
}

/** What the engine knows of itself. Instants are UTC, sizes are bytes. */
export interface EngineHealth {
  readonly checked_at: string
  readonly scheduler: {
    readonly is_running: boolean
    readonly looked_at: string | null
    /** The instant for which the one timer is armed; null when no slot is ahead. */
    readonly armed_for: string | null
    readonly held_by: HeldBy | null
  }
  readonly next: { readonly campaign_name: string; readonly occurrence: Occurrence } | null
  /** Of the disk that holds the data folder; null when the system does not say. */
  readonly disk: { readonly free_bytes: number; readonly total_bytes: number } | null
  readonly clock: {
    readonly zone: string
    readonly offset_min: number
    /** The last time that the clock moved by itself, since the app started. */
    readonly last_jump: { readonly at: string; readonly by_ms: number } | null
    /** The next change of the clocks in the coming weeks, with the offset after it. */
    readonly change: { readonly at: string; readonly offset_min: number } | null
  }
  readonly gateway: GatewayId
  readonly channels: readonly ChannelHealth[]
  readonly open_runs: number
  /** Those of them that stand still, by their ids. */
  readonly still_runs: readonly string[]
  readonly ledgers: { readonly count: number; readonly bytes: number }
  readonly log_bytes: number
}

/** The same with what only the shell knows. */
export interface Health extends EngineHealth {
  readonly backup: BackupHealth | null
  /** Paths with the home folder as `~`, for a text that goes to somebody else. */
  readonly data_dir: string
  readonly log_file: string
  readonly versions: {
    readonly app: string
    readonly electron: string
    readonly chromium: string
    readonly node: string
    /** Name, release and processor of the system. */
    readonly system: string
  }
  /** Of all processes of the app together. */
  readonly memory_bytes: number
  readonly uptime_s: number
}
