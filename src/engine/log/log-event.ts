import type { ChannelId } from '../../shared/domain/channel'
import type { Outcome, ReasonCode } from '../../shared/domain/delivery'
import type { RunSummary } from '../../shared/domain/run'

interface OfRun {
  readonly campaign_id: string
  readonly run_id: string
}

interface OfDelivery extends OfRun {
  readonly contact_id: string
  readonly contact_name: string
  readonly channel: ChannelId
  readonly address: string
}

/** Everything that is worth a line in the log. One formatter turns each into the seed's words. */
export type LogEvent =
  | (OfRun & {
      readonly type: 'run_started'
      readonly campaign_name: string
      readonly total_contacts: number
    })
  | (OfRun & { readonly type: 'run_continued'; readonly campaign_name: string; readonly interrupted: number })
  /** Its ledger cannot be read at all. */
  | (OfRun & { readonly type: 'run_lost'; readonly campaign_name: string })
  | (OfRun & { readonly type: 'run_finished'; readonly summary: RunSummary })
  | (OfRun & { readonly type: 'run_halted'; readonly campaign_name: string; readonly detail: string })
  | (OfRun & {
      readonly type: 'run_note'
      readonly campaign_name: string
      readonly text: string
      /** The operator's own words. */
      readonly note: string
    })
  | (OfRun & {
      readonly type: 'channel_paused'
      readonly campaign_name: string
      readonly channel: ChannelId
      readonly errors: number
      readonly attempts: number
    })
  | { readonly type: 'channel_waits'; readonly channel: ChannelId; readonly text: string }
  | (OfDelivery & { readonly type: 'sending' })
  | (OfDelivery & { readonly type: 'delivered'; readonly outcome: Outcome })
  | {
      readonly type: 'slot_missed'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly local: string
      readonly zone: string
      readonly why: string
    }
  | {
      readonly type: 'slot_buffered'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly local: string
      readonly zone: string
    }
  | {
      readonly type: 'contacts_unknown'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly count: number
    }
  | {
      readonly type: 'campaign_problem'
      readonly campaign_id: string
      readonly campaign_name: string
      readonly detail: string
    }
  | { readonly type: 'app'; readonly level: 'info' | 'warning' | 'error'; readonly text: string }

/** English words for a reason, for the log: its lines stay the same in every language. */
export const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  no_address: 'no address',
  invalid_number: 'invalid number',
  invalid_username: 'invalid Telegram username',
  missing_value: 'missing',
  template_failed: 'the text could not be filled in',
  duplicate: 'duplicate: another contact with this address gets the message',
  deleted: 'deleted',
  do_not_contact: 'do not contact',
  channel_not_set_up: 'channel not set up',
  run_stopped: 'run stopped',
  left_out: 'left out by the operator',
  superseded: 'the next run took its place',
  reached: 'reached on another channel',
  limit_reached: 'the speed limit of the channel would hold it back for too long',
  sending_held: 'sending was stopped or paused',
  frequency_cap: 'this person has had as many messages as the frequency cap allows',
  gateway_unreachable: 'gateway unreachable',
  keychain_locked: 'the keychain with the key of the gateway was locked',
  secret_missing: 'the key of the gateway has to be set again',
  confirmed_by_operator: 'confirmed by the operator',
  restored: 'the data was restored or copied while the run was open',
  refused_by_gateway: 'the gateway answered that it failed',
  http_error: 'the gateway answered with an error',
  redirect: 'the gateway redirected to another address, which is never followed',
  unreachable: 'gateway unreachable',
  connection_refused: 'gateway unreachable: connection refused',
  host_not_found: 'gateway unreachable: address not found',
  tls_error: 'no secure connection to the gateway',
  busy: 'the gateway is too busy',
  timeout: 'no answer in time',
  connection_lost: 'the connection broke before the answer',
  broken_answer: 'the answer was broken',
  not_the_gateway: 'the answer did not come from the gateway',
  answer_too_large: 'the answer was too large',
  mixed_answer: 'the answer says both success and failure',
  gateway_status_unclear: 'the gateway could not tell whether it went out',
  interrupted: 'the app stopped while the request was under way',
  internal_error: 'internal error'
}
