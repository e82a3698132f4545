import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryState, ReasonCode } from '../../shared/domain/delivery'
import type { MissedReason, PauseReason, RunStatus, StopReason, Trigger } from '../../shared/domain/run'
import type { GatewayId } from '../../shared/domain/settings'

/** The names of facts and columns: keys of the catalogue (`report.labels.<label>`). */
export const REPORT_LABELS = [
  'report',
  'campaign',
  'campaign_id',
  'run_id',
  'trigger',
  'retry_of',
  'planned',
  'missed',
  'status',
  'started',
  'finished',
  'paused',
  'stopped',
  'gateway',
  'contacts',
  'deliveries',
  'total',
  'text',
  'contact_id',
  'name',
  'channel',
  'address',
  'state',
  'reason_code',
  'reason',
  'what_to_do',
  'gateway_words',
  'status_code',
  'busy_answers',
  'time',
  'offset',
  'time_utc',
  'duration_ms',
  'delivery_id',
  'exported',
  'seal'
] as const

export type ReportLabel = (typeof REPORT_LABELS)[number]

/** What a report says, in the operator's language. */
export interface ReportWords {
  readonly label: (label: ReportLabel) => string
  readonly channel: (channel: ChannelId) => string
  readonly state: (state: DeliveryState) => string
  /** A few words. */
  readonly reason: (code: ReasonCode) => string
  /** A sentence: what it means, what to do. */
  readonly advice: (code: ReasonCode) => string
  readonly trigger: (trigger: Trigger) => string
  /** An open run says that it is not finished. */
  readonly status: (status: RunStatus) => string
  /** Practice says that nothing left the computer. */
  readonly gateway: (gateway: GatewayId) => string
  readonly missed: (reason: MissedReason) => string
  readonly paused: (reason: PauseReason) => string
  readonly stopped: (reason: StopReason) => string
}

/** For whom and where a report is read. */
export interface Reader {
  readonly words: ReportWords
  /** The zone of the reader's clock. */
  readonly zone: string
}
