import { z } from 'zod'
import { type ChannelId, channelIdSchema, perChannel } from './channel'
import { DELIVERY_STATES, type DeliveryCounts, type DeliveryView } from './delivery'
import { instantSchema, lineSchema, objectIdSchema } from './primitives'
import { gatewayIdSchema } from './settings'

/**
 * `rehearsal`: by hand, through the practice gateway whatever gateway is chosen; it holds up no slot. Its retry is one, too,
 * with `retry_of`.
 */
export const triggerSchema = z.enum(['schedule', 'catch_up', 'manual', 'retry', 'rehearsal'])

export type Trigger = z.infer<typeof triggerSchema>

/**
 * `running`, `paused`: open. `buffered`: starts when the campaign's other run is over. `missed`: the slot passed and
 * nothing was sent.
 */
export const runStatusSchema = z.enum(['running', 'paused', 'buffered', 'finished', 'missed'])

export type RunStatus = z.infer<typeof runStatusSchema>

export const missedReasonSchema = z.enum([
  'too_late',
  'older_slot',
  'overlap',
  'policy_skip',
  'emergency_stop',
  'nobody'
])

export type MissedReason = z.infer<typeof missedReasonSchema>

/** Why an open run does not go on. `away`: it was cut off for longer than its catch-up window. */
export const pauseReasonSchema = z.enum(['operator', 'away', 'emergency_stop', 'gateway_changed', 'storage'])

export type PauseReason = z.infer<typeof pauseReasonSchema>

export const stopReasonSchema = z.enum(['operator', 'superseded'])

export type StopReason = z.infer<typeof stopReasonSchema>

/** The operator's own words beside a pause, a resume or a stop. */
export const noteSchema = lineSchema(500)

const pauseSchema = z.object({ reason: pauseReasonSchema, at: instantSchema, note: z.string() })

export type RunPause = Readonly<z.infer<typeof pauseSchema>>

const stopSchema = z.object({ reason: stopReasonSchema, at: instantSchema, note: z.string() })

export type RunStop = Readonly<z.infer<typeof stopSchema>>

/** More AI calls than the operator has said yes to: so many a run would make, so many were approved. */
export const unapprovedCallsSchema = z.object({ count: z.number(), approved: z.number() })

export type UnapprovedCalls = Readonly<z.infer<typeof unapprovedCallsSchema>>

/** A channel that stands still in this run: too much went wrong on it, or its calls wait for a yes. */
export const pausedChannelSchema = z.object({
  channel: channelIdSchema,
  at: instantSchema,
  /** What was counted: so many errors of so many attempts, so many of them in a row. */
  errors: z.number(),
  attempts: z.number(),
  in_a_row: z.number(),
  /** Nothing went wrong: these calls are more than were approved. */
  calls: unapprovedCallsSchema.optional()
})

export type PausedChannel = Readonly<z.infer<typeof pausedChannelSchema>>

/** Safe as a file name on every system: it is also the ledger's name. */
export const runIdSchema = z.string().regex(/^[0-9a-f]{24}_[A-Za-z0-9._+-]{1,80}$/, 'id_invalid')

const count = z.number().int().nonnegative()

/** The slot of the schedule that a run belongs to. */
export const slotSchema = z.object({ nominal: z.string(), zone: z.string(), at: instantSchema })

export type Slot = Readonly<z.infer<typeof slotSchema>>

/** One line of the index of runs. The ledgers are the truth; this can be made from them again. */
export const runSummarySchema = z.object({
  id: runIdSchema,
  campaign_id: objectIdSchema,
  campaign_name: z.string(),
  trigger: triggerSchema,
  status: runStatusSchema,
  slot: slotSchema.nullable(),
  gateway: gatewayIdSchema,
  started_at: instantSchema.nullable(),
  finished_at: instantSchema.nullable(),
  missed_reason: missedReasonSchema.optional(),
  /** When a missed slot was found to be missed. */
  missed_at: instantSchema.optional(),
  /** When the operator said "skip" to a missed slot: it leaves the inbox and stays in the history. */
  dismissed_at: instantSchema.optional(),
  /** The run whose failed deliveries this one repeats. */
  retry_of: runIdSchema.optional(),
  pause: pauseSchema.optional(),
  stop: stopSchema.optional(),
  paused_channels: z.array(pausedChannelSchema).default([]),
  total_contacts: count,
  counts: z.record(z.enum(DELIVERY_STATES), count),
  sent_by_channel: z.object(perChannel(() => count))
})

export type RunSummary = Readonly<z.infer<typeof runSummarySchema>>

/** A run with every delivery, contact by contact in the frozen order. */
export interface RunDetail {
  readonly summary: RunSummary
  readonly text: string
  readonly flow: readonly ChannelId[]
  readonly deliveries: readonly DeliveryView[]
  /** What the channels of an open run wait for. */
  readonly waits: readonly ChannelWait[]
}

/** A run as it stands, without its deliveries: those are asked for in pages. */
export interface RunOverview {
  readonly summary: RunSummary
  /** The text of each channel, before anything is filled in. */
  readonly texts: Readonly<Partial<Record<ChannelId, string>>>
  readonly placeholders: boolean
  readonly flow: readonly ChannelId[]
  readonly by_channel: Readonly<Partial<Record<ChannelId, DeliveryCounts>>>
  readonly waits: readonly ChannelWait[]
  /** Requests that ended in the last minute. */
  readonly per_minute: number
  /** When the last delivery is expected to be over; null when that cannot be said, or nothing is left. */
  readonly eta: string | null
}

/** Why deliveries of a channel wait: a limit, quiet hours, Retry-After, a gateway out of reach, a pause, a yes. */
export const WAIT_REASONS = [
  'limit',
  'quiet_hours',
  'retry_after',
  'unreachable',
  'keychain_locked',
  'secret_missing',
  'errors',
  'approval',
  'paused'
] as const

export type WaitReason = (typeof WAIT_REASONS)[number]

/** What the queued deliveries of one channel of a run wait for. */
export interface ChannelWait {
  readonly channel: ChannelId
  readonly queued: number
  readonly reason: WaitReason
  /** When the next one may go out, as far as it is known. */
  readonly until?: string
  /** When the last one is expected to be sent. */
  readonly eta?: string
}

/** A run is open while a delivery is `queued` or `sending`. */
export const isOpen = (run: Pick<RunSummary, 'status'>): boolean =>
  run.status === 'running' || run.status === 'paused'
