import { z } from 'zod'
import { type ChannelId, perChannel } from './channel'
import { DELIVERY_STATES, type DeliveryView } from './delivery'
import { instantSchema, objectIdSchema } from './primitives'
import { gatewayIdSchema } from './settings'

export const triggerSchema = z.enum(['schedule', 'catch_up', 'manual'])

export type Trigger = z.infer<typeof triggerSchema>

/** `running`, `paused`: open. `missed`: the slot passed and nothing was sent. */
export const runStatusSchema = z.enum(['running', 'paused', 'finished', 'missed'])

export type RunStatus = z.infer<typeof runStatusSchema>

export const missedReasonSchema = z.enum(['too_late', 'older_slot', 'overlap', 'policy_skip'])

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
}

/** A run is open while a delivery is `queued` or `sending`. */
export const isOpen = (run: Pick<RunSummary, 'status'>): boolean =>
  run.status === 'running' || run.status === 'paused'
