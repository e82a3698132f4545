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
  'missing_value',
  'template_failed',
  'duplicate',
  'deleted',
  'do_not_contact',
  'channel_not_set_up',
  'run_stopped',
  'left_out',
  'superseded',
  'reached',
  'frequency_cap',
  'limit_reached',
  'sending_held',
  'gateway_unreachable',
  'keychain_locked',
  'secret_missing',
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

/** Which deliveries of a run are asked for. */
export const deliveryQuerySchema = z.object({
  state: z.enum(['all', ...DELIVERY_STATES]).default('all'),
  channel: z.union([z.literal('all'), channelIdSchema]).default('all'),
  /** A part of a name or an address; accents and case do not matter. */
  text: z.string().max(200).default('')
})

export type DeliveryQuery = Readonly<z.infer<typeof deliveryQuerySchema>>

export const EVERY_DELIVERY: DeliveryQuery = { state: 'all', channel: 'all', text: '' }

/** One delivery in the table of contacts and channels. */
export interface DeliveryCell {
  readonly state: DeliveryState
  /** When it got this state; absent while it never was anything but queued. */
  readonly at?: string
  readonly reason?: ReasonCode
  /** What of the person is not known, as it is written between the braces; with the reason `missing_value`. */
  readonly missing?: string
  /** It is one of those that were asked for; the others stand beside it for completeness. */
  readonly matches: boolean
}

/** One contact of a run, with a cell for each channel that it takes part in. */
export interface DeliveryRow {
  readonly contact_id: string
  readonly contact_name: string
  readonly cells: Readonly<Partial<Record<ChannelId, DeliveryCell>>>
}

/** A part of what a query finds in a run. */
export interface DeliveryPage {
  readonly rows: readonly DeliveryRow[]
  /** Contacts with a delivery that was asked for. */
  readonly found_contacts: number
  readonly found_deliveries: number
}

/** One request of a delivery, or what the operator or a retry did about it. */
export type DeliveryStep =
  | {
      readonly kind: 'request'
      readonly at: string
      /** When the answer came; absent while it is under way, and when nobody knows. */
      readonly ended_at?: string
      /** `waiting`: it was certainly not taken, and the delivery waits for another try. */
      readonly result: 'sending' | 'sent' | 'failed' | 'unknown' | 'waiting'
      readonly reason?: Reason
      readonly status_code?: number
      readonly duration_ms?: number
      readonly answer?: string
      /** The gateway asked to wait until then. */
      readonly until?: string
    }
  /** It ended without a request. `unknown`: another copy of the folder, or a line that was lost, may know of one. */
  | { readonly kind: 'skipped' | 'failed' | 'unknown'; readonly at: string; readonly reason?: Reason }
  | { readonly kind: 'arrived' | 'again'; readonly at: string }
  | { readonly kind: 'claimed'; readonly at: string; readonly by: string }

/** Everything that is known about one delivery. */
export interface DeliveryDetail {
  readonly delivery: DeliveryView
  /** The text as this person got it, or would; null when it cannot be filled in. */
  readonly text: string | null
  /** What is sent, as the gateway gets it; null when no request is ever made. */
  readonly request: { readonly url: string; readonly payload: string } | null
  readonly steps: readonly DeliveryStep[]
  /** The contact is still in the list. */
  readonly contact_exists: boolean
}
