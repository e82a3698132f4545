import { z } from 'zod'
import { channelIdSchema, perChannel } from '../../shared/domain/channel'
import { REASON_CODES } from '../../shared/domain/delivery'
import { instantSchema, objectIdSchema } from '../../shared/domain/primitives'
import { runIdSchema, slotSchema, triggerSchema } from '../../shared/domain/run'
import { gatewayIdSchema } from '../../shared/domain/settings'

export const LEDGER_SCHEMA_VERSION = 1

/** The first line: everything that a run needs, frozen, but the people. */
const headSchema = z.object({
  type: z.literal('head'),
  schema_version: z.literal(LEDGER_SCHEMA_VERSION),
  run_id: runIdSchema,
  campaign_id: objectIdSchema,
  campaign_name: z.string(),
  trigger: triggerSchema,
  slot: slotSchema.nullable(),
  text: z.string(),
  flow: z.array(channelIdSchema),
  gateway: z.object({
    id: gatewayIdSchema,
    base_url: z.string(),
    ai_call_url: z.string(),
    user_id: z.string()
  }),
  timeouts_s: z.object(perChannel(() => z.number())),
  started_at: instantSchema
})

/** Where a contact can be reached on a channel, or why not. */
const frozenAddressSchema = z.object({ to: z.string(), skip: z.enum(REASON_CODES).optional() })

/** One line a contact, in the order in which they are served. */
const contactSchema = z.object({
  type: z.literal('contact'),
  contact_id: objectIdSchema,
  name: z.string(),
  addresses: z.partialRecord(channelIdSchema, frozenAddressSchema)
})

/** Closes the head. Without it nothing was sent, and the slot is judged again. */
const readySchema = z.object({ type: z.literal('ready'), contacts: z.number().int().nonnegative() })

const sendingSchema = z.object({
  type: z.literal('sending'),
  contact_id: objectIdSchema,
  channel: channelIdSchema,
  at: instantSchema
})

const outcomeSchema = z.object({
  type: z.literal('outcome'),
  contact_id: objectIdSchema,
  channel: channelIdSchema,
  at: instantSchema,
  state: z.enum(['sent', 'failed', 'unknown', 'skipped']),
  reason: z.object({ code: z.enum(REASON_CODES), detail: z.string().optional() }).optional(),
  status_code: z.number().optional(),
  duration_ms: z.number().optional(),
  answer: z.string().optional()
})

const finishedSchema = z.object({ type: z.literal('finished'), at: instantSchema })

/** One line of `runs/<run id>.jsonl`. */
export const ledgerRecordSchema = z.discriminatedUnion('type', [
  headSchema,
  contactSchema,
  readySchema,
  sendingSchema,
  outcomeSchema,
  finishedSchema
])

export type LedgerRecord = z.infer<typeof ledgerRecordSchema>
export type LedgerHead = z.infer<typeof headSchema>
export type FrozenContact = z.infer<typeof contactSchema>
export type FrozenAddress = z.infer<typeof frozenAddressSchema>
export type OutcomeRecord = z.infer<typeof outcomeSchema>
