import type { Campaign } from '../domain/campaign'
import type { ChannelId } from '../domain/channel'
import type { ReasonCode } from '../domain/delivery'
import type { RehearsedSkips } from '../domain/rehearsal'
import type { RunSummary } from '../domain/run'
import type { Occurrence } from '../domain/schedule'
import type { SecretWait } from '../domain/secret'
import type { ClockHold, EmergencyStop, GatewayId } from '../domain/settings'

/** A campaign with what the list shows beside it. */
export interface CampaignView {
  readonly campaign: Campaign
  /** The next slot that will run; null when none is left or the campaign is not active. */
  readonly next: Occurrence | null
  readonly last_run: RunSummary | null
  readonly open_run: RunSummary | null
}

/** What is about to be sent by hand, shown before it is: the same numbers as in the campaign's review. */
export interface SendPlan {
  readonly contacts: number
  readonly flow: readonly ChannelId[]
  /** How many messages leave if nothing goes wrong. */
  readonly sent_by_channel: Readonly<Record<ChannelId, number>>
  readonly skipped: readonly RehearsedSkips[]
  /** AI calls that need a yes before: more than are approved, through a live gateway; else 0. */
  readonly calls_to_approve: number
  readonly gateway: GatewayId
}

/** What "run now" is about to do. The id makes a double click one run. */
export interface ManualRunPlan extends SendPlan {
  readonly run_id: string
}

export interface ConnectionTest {
  /** `reachable`: it answers, but has no health endpoint. */
  readonly outcome: 'ok' | 'reachable' | 'failed' | 'not_set_up'
  readonly url: string
  readonly reason?: ReasonCode
  readonly status_code?: number
  readonly duration_ms?: number
}

/** A data file that could not be read. Nothing is written to it until the operator has decided. */
export interface StorageProblem {
  readonly file: string
  readonly kind: 'damaged' | 'newer' | 'unreadable'
  /** Where the damaged file was set aside, untouched. */
  readonly set_aside?: string
  /** When the last good copy was written; absent when there is none. */
  readonly backup_at?: string
}

/** A channel as all campaigns share it. */
export interface ChannelView {
  readonly channel: ChannelId
  readonly state: 'ready' | 'limited' | 'retry_after' | 'unreachable' | 'paused' | SecretWait
  /** When it goes on or tries again, as far as it is known. */
  readonly until?: string
  /** Deliveries of all runs that wait for it. */
  readonly queued: number
}

/** Something that the operator should hear before it goes wrong. */
export type Warning =
  | {
      readonly kind: 'gateway_down'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly occurrence: Occurrence
      readonly channels: readonly ChannelId[]
    }
  | {
      /** On so many of the days that are known, the computer slept or was off at this campaign's hour. */
      readonly kind: 'asleep_likely'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly occurrence: Occurrence
      readonly days_asleep: number
      readonly days_known: number
    }
  | { readonly kind: 'storage_failed'; readonly file: string; readonly detail: string }
  /** The disk of the data folder is nearly full; when it is full, nothing is sent. */
  | { readonly kind: 'disk_low'; readonly free_bytes: number }
  /** The daily copy could not be written; `last_at` is when the last one was, if there is one. */
  | { readonly kind: 'backup_failed'; readonly detail: string; readonly last_at: string | null }

/** What "retry failed" is about to do. The id makes a double click one run. */
export interface RetryPlan {
  readonly run_id: string
  readonly deliveries: number
  readonly by_channel: Readonly<Partial<Record<ChannelId, number>>>
  /** The campaign's text has changed since the run. */
  readonly text_changed: boolean
  readonly original_text: string
  readonly current_text: string
  readonly gateway: GatewayId
}

/** Whom a missed slot concerned, as the campaign stands now. */
export interface MissedPlan {
  readonly contacts: number
  /** The first names of them, for a card. */
  readonly names: readonly string[]
}

export interface AppState {
  readonly paused_all: boolean
  readonly gateway: GatewayId
  readonly next: {
    readonly campaign_id: string
    readonly campaign_name: string
    readonly occurrence: Occurrence
  } | null
  readonly open_runs: number
  /** The ids of the open runs that are paused, or neither send nor wait for a turn of their own accord. */
  readonly still_runs: readonly string[]
  readonly emergency_stop: EmergencyStop | null
  readonly clock_hold: ClockHold | null
  /** What each channel of the chosen gateway is up to. */
  readonly channels: readonly ChannelView[]
  readonly warnings: readonly Warning[]
  readonly storage_problems: readonly StorageProblem[]
}

/** What this Loa was built as. */
export interface AppBuild {
  /** `test`: not for sending to real people for long; `development`: from a checkout, not packaged. */
  readonly kind: 'release' | 'test' | 'development'
  /** The state of the project that it was built of; empty when that is not known. */
  readonly commit: string
  /** There were changes beside that. */
  readonly changed: boolean
}

/** Who keeps this Loa up to date: itself, the system's package manager, or nobody (not packaged, or without a channel). */
export type UpdateWay = 'self' | 'package_manager' | 'none'

/**
 * How the update stands, where Loa keeps itself up to date. `detail` says in the words of whoever refused it why it could
 * not be had.
 */
export type UpdateStanding =
  | { readonly kind: 'not_looked' | 'looking' }
  /** A run is at work: it is not disturbed. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'fetching'; readonly version: string }
  | { readonly kind: 'current'; readonly at: string }
  | { readonly kind: 'failed'; readonly at: string; readonly detail: string }
  /** It is installed when Loa ends. */
  | { readonly kind: 'ready'; readonly version: string }

export interface AppInfo {
  readonly version: string
  readonly build: AppBuild
  readonly updates: UpdateWay
  readonly data_dir: string
  readonly log_file: string
  /** IANA zone of this computer. */
  readonly local_zone: string
  /** The language that `system` stands for. */
  readonly system_language: 'en' | 'vi'
  readonly electron: string
  readonly demo: boolean
}

/** What was typed and not saved. */
export interface EditorDraft {
  readonly at: string
  /** The form's values as JSON; the form reads what it knows of them. */
  readonly values: string
}

export interface EditorDraftNote {
  /** The campaign's id, or `new`. */
  readonly key: string
  readonly at: string
}
