import { z } from 'zod'
import { type ChannelId, channelIdSchema } from './channel'
import { objectIdSchema } from './primitives'

/** `queued` and `sending` keep a run open; the others are final. `unknown`: it may have been delivered. */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'skipped'] as const

export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type FinalState = Exclude<DeliveryState, 'queued' | 'sending'>

/** Why a delivery ended as it did: keys of the catalogue (`reasons.<code>`) and of the English log line. */
export const REASON_CODES = [
  'no_address',
  'invalid_number',
  'invalid_username',
  'duplicate',
  'deleted',
  'do_not_contact',
  'channel_not_set_up',
  'run_stopped',
  'superseded',
  'reached',
  'frequency_cap',
  'gateway_unreachable',
  'confirmed_by_operator',
  'refused_by_gateway',
  'http_error',
  'redirect',
  'unreachable',
  'connection_refused',
  'host_not_found',
  'tls_error',
  'busy',
  'timeout',
  'connection_lost',
  'broken_answer',
  'not_the_gateway',
  'answer_too_large',
  'mixed_answer',
  'gateway_status_unclear',
  'interrupted',
  'restored',
  'internal_error'
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/** A reason and the gateway's own words for it, if it gave any (escaped, at most 500 characters). */
export interface Reason {
  readonly code: ReasonCode
  readonly detail?: string
}

/** What one request came to. */
export interface Outcome {
  readonly state: FinalState
  readonly reason?: Reason
  readonly status_code?: number
  readonly duration_ms?: number
  /** The gateway's answer on one line, cut at 500 characters. */
  readonly answer?: string
}

/** One delivery of a run, as the window shows it. */
export interface DeliveryView extends Partial<Omit<Outcome, 'state'>> {
  readonly id: string
  readonly contact_id: string
  readonly contact_name: string
  readonly channel: ChannelId
  readonly address: string
  readonly state: DeliveryState
  /** When it got this state; absent while `queued`. */
  readonly at?: string
  /** Requests that were refused for being too many (429, 503) so far. */
  readonly attempts?: number
  /** A retry has taken it over. */
  readonly claimed_by?: string
}

/** One delivery of a run, as the window names it. */
export const deliveryRefSchema = z.object({ contact_id: objectIdSchema, channel: channelIdSchema })

export type DeliveryRef = Readonly<z.infer<typeof deliveryRefSchema>>

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

export const noDeliveries: DeliveryCounts = {
  queued: 0,
  sending: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  skipped: 0
}
