import type { Campaign } from '../domain/campaign'
import type { ChannelId } from '../domain/channel'
import type { ReasonCode } from '../domain/delivery'
import type { RunSummary } from '../domain/run'
import type { Occurrence } from '../domain/schedule'
import type { GatewayId } from '../domain/settings'

/** A campaign with what the list shows beside it. */
export interface CampaignView {
  readonly campaign: Campaign
  /** The next slot that will run; null when none is left or the campaign is not active. */
  readonly next: Occurrence | null
  readonly last_run: RunSummary | null
  readonly open_run: RunSummary | null
}

/** What "run now" is about to do, shown before it does. The id makes a double click one run. */
export interface ManualRunPlan {
  readonly run_id: string
  readonly contacts: number
  /** How many of them have a usable address, by channel of the flow. */
  readonly reachable: Readonly<Partial<Record<ChannelId, number>>>
  readonly gateway: GatewayId
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

export interface AppState {
  readonly paused_all: boolean
  readonly gateway: GatewayId
  readonly next: {
    readonly campaign_id: string
    readonly campaign_name: string
    readonly occurrence: Occurrence
  } | null
  readonly open_runs: number
  readonly storage_problems: readonly StorageProblem[]
}

export interface AppInfo {
  readonly version: string
  readonly data_dir: string
  readonly log_file: string
  /** IANA zone of this computer. */
  readonly local_zone: string
  /** The language that `system` stands for. */
  readonly system_language: 'en' | 'vi'
  readonly electron: string
  readonly demo: boolean
}
