import type { ChannelId } from './channel'
import type { PauseReason } from './run'
import type { SecretWait } from './secret'
import type { EmergencyReason } from './settings'

/** Something that the operator should hear of now, also while the window is closed. */
export type Alert =
  | {
      readonly type: 'run_paused'
      readonly run_id: string
      readonly campaign_name: string
      readonly reason: PauseReason
    }
  | {
      readonly type: 'channel_paused'
      readonly run_id: string
      readonly campaign_name: string
      readonly channel: ChannelId
    }
  /** A run would make more AI calls than the operator has said yes to: they wait. */
  | {
      readonly type: 'calls_held'
      readonly run_id: string
      readonly campaign_name: string
      readonly count: number
      readonly approved: number
    }
  /** A run is over, and not everything in it went well. */
  | {
      readonly type: 'run_finished'
      readonly run_id: string
      readonly campaign_name: string
      readonly sent: number
      readonly failed: number
      readonly unknown: number
    }
  | {
      readonly type: 'channel_waits'
      readonly channel: ChannelId
      readonly reason: 'unreachable' | 'retry_after' | SecretWait
    }
  | { readonly type: 'slots_missed'; readonly campaign_name: string; readonly count: number }
  | {
      readonly type: 'gateway_down'
      readonly campaign_name: string
      readonly channels: readonly ChannelId[]
      /** When the campaign is due. */
      readonly at: string
    }
  | { readonly type: 'asleep_likely'; readonly campaign_name: string; readonly at: string }
  | { readonly type: 'storage_failed'; readonly file: string; readonly detail: string }
  | { readonly type: 'disk_low'; readonly free_bytes: number }
  /** The daily copy could not be written. */
  | { readonly type: 'backup_failed'; readonly detail: string }
  /** Nothing has changed. */
  | { readonly type: 'restore_failed'; readonly detail: string }
  | { readonly type: 'clock_jump'; readonly by_ms: number }
  | { readonly type: 'emergency_stop'; readonly reason: EmergencyReason }
