import { z } from 'zod'
import { type ChannelId, channelIdSchema } from './channel'

/** What the practice gateway does with a request: accept it, or fail as real gateways do. */
export const PRACTICE_MODES = ['accept', 'reject', 'server_error', 'hang', 'reset', 'html'] as const

export const practiceModeSchema = z.enum(PRACTICE_MODES)

export type PracticeMode = z.infer<typeof practiceModeSchema>

export const practiceModesSchema = z.record(channelIdSchema, practiceModeSchema)

export type PracticeModes = Readonly<Record<ChannelId, PracticeMode>>

/** A message that the practice gateway accepted: what would have arrived. */
export interface PracticeMessage {
  readonly seq: number
  readonly at: string
  readonly channel: ChannelId
  readonly to: string
  readonly text: string
  /** The `Idempotency-Key` of the request: the delivery's id. */
  readonly delivery_id: string
}

export interface PracticeInbox {
  readonly modes: PracticeModes
  /** Newest first, at most the last 1,000. */
  readonly messages: readonly PracticeMessage[]
  /** Accepted since the app started, by channel. */
  readonly received: Readonly<Record<ChannelId, number>>
}
