import { z } from 'zod'
import { channelIdSchema, perChannel } from '../../shared/domain/channel'
import { REASON_CODES } from '../../shared/domain/delivery'
import { instantSchema, objectIdSchema } from '../../shared/domain/primitives'
import { missingValuesSchema, policiesSchema } from '../../shared/domain/campaign'
import {
  pausedChannelSchema,
  pauseReasonSchema,
  runIdSchema,
  slotSchema,
  stopReasonSchema,
  triggerSchema,
  unapprovedCallsSchema
} from '../../shared/domain/run'
import { gatewayIdSchema } from '../../shared/domain/settings'

export const LEDGER_SCHEMA_VERSION = 4

/** The first line: everything that a run needs, frozen, but the people. */
const headSchema = z.object({
  type: z.literal('head'),
  schema_version: z.literal([1, 2, 3, LEDGER_SCHEMA_VERSION]),
  run_id: runIdSchema,
  campaign_id: objectIdSchema,
  campaign_name: z.string(),
  trigger: triggerSchema,
  slot: slotSchema.nullable(),
  /** Of the channels without a text of their own. */
  text: z.string(),
  texts: z.partialRecord(channelIdSchema, z.string()).default({}),
  /** Are placeholders filled in? Before version 3 there were none. */
  placeholders: z.boolean().default(false),
  missing_values: missingValuesSchema.default('skip'),
  flow: z.array(channelIdSchema),
  gateway: z.object({
    id: gatewayIdSchema,
    base_url: z.string(),
    ai_call_url: z.string(),
    user_id: z.string()
  }),
  timeouts_s: z.object(perChannel(() => z.number())),
  policies: policiesSchema.prefault({}),
  /** The campaign's zone: whose quiet hours hold for a contact without a zone of its own. */
  timezone: z.string().default('UTC'),
  /** The run whose failed deliveries this one repeats. */
  retry_of: runIdSchema.optional(),
  /** Its AI calls stand still from the start, until there is a word on them: an older Loa, which would make them, refuses. */
  unapproved_calls: unapprovedCallsSchema.optional(),
  started_at: instantSchema
})

/** Where a contact can be reached on a channel, or why not. */
const frozenAddressSchema = z.object({ to: z.string(), skip: z.enum(REASON_CODES).optional() })

/** One line a contact, in the order in which they are served. A channel without an entry is no part of the run. */
const contactSchema = z.object({
  type: z.literal('contact'),
  contact_id: objectIdSchema,
  name: z.string(),
  addresses: z.partialRecord(channelIdSchema, frozenAddressSchema),
  /** What the texts name of the contact; fields without a value are left out. */
  values: z.record(z.string(), z.string()).optional()
})

/** Closes the head. Without it nothing was sent, and the slot is judged again. */
const readySchema = z.object({ type: z.literal('ready'), contacts: z.number().int().nonnegative() })

const ofDelivery = { contact_id: objectIdSchema, channel: channelIdSchema, at: instantSchema }

const reasonSchema = z.object({ code: z.enum(REASON_CODES), detail: z.string().optional() })

const ofAnswer = {
  status_code: z.number().optional(),
  duration_ms: z.number().optional(),
  answer: z.string().optional()
}

const sendingSchema = z.object({
  type: z.literal('sending'),
  ...ofDelivery
})

/** The request did not leave, or was certainly not taken: the delivery waits again. */
const requeuedSchema = z.object({
  type: z.literal('requeued'),
  ...ofDelivery,
  reason: z.enum(['busy', 'unreachable', 'held']),
  /** The channel waits until then (Retry-After). */
  until: instantSchema.optional(),
  /** What the request came to, so that it can be told later; ledgers of before lack it. */
  outcome_reason: reasonSchema.optional(),
  ...ofAnswer
})

/** The operator's word on an `unknown` delivery. */
const arrivedSchema = z.object({ type: z.literal('arrived'), ...ofDelivery })
const againSchema = z.object({ type: z.literal('again'), ...ofDelivery })

/** A retry takes a failed delivery over. Void when the run `by` has no complete head: then it sent nothing. */
const claimedSchema = z.object({ type: z.literal('claimed'), ...ofDelivery, by: runIdSchema })

const outcomeSchema = z.object({
  type: z.literal('outcome'),
  ...ofDelivery,
  state: z.enum(['sent', 'failed', 'unknown', 'skipped']),
  reason: reasonSchema.optional(),
  ...ofAnswer
})

const pausedSchema = z.object({
  type: z.literal('paused'),
  at: instantSchema,
  reason: pauseReasonSchema,
  note: z.string()
})
const resumedSchema = z.object({ type: z.literal('resumed'), at: instantSchema, note: z.string() })
const stoppedSchema = z.object({
  type: z.literal('stopped'),
  at: instantSchema,
  reason: stopReasonSchema,
  note: z.string()
})

const channelPausedSchema = z.object({ type: z.literal('channel_paused'), ...pausedChannelSchema.shape })
const channelResumedSchema = z.object({
  type: z.literal('channel_resumed'),
  channel: channelIdSchema,
  at: instantSchema
})

const finishedSchema = z.object({ type: z.literal('finished'), at: instantSchema })

/** One line of `runs/<run id>.jsonl`. */
export const ledgerRecordSchema = z.discriminatedUnion('type', [
  headSchema,
  contactSchema,
  readySchema,
  sendingSchema,
  outcomeSchema,
  requeuedSchema,
  arrivedSchema,
  againSchema,
  claimedSchema,
  pausedSchema,
  resumedSchema,
  stoppedSchema,
  channelPausedSchema,
  channelResumedSchema,
  finishedSchema
])

export type LedgerRecord = z.infer<typeof ledgerRecordSchema>
/** A line about one delivery. */
export type DeliveryRecord = Extract<LedgerRecord, z.infer<z.ZodObject<typeof ofDelivery>>>
export type LedgerHead = z.infer<typeof headSchema>
export type FrozenContact = z.infer<typeof contactSchema>
export type FrozenAddress = z.infer<typeof frozenAddressSchema>
