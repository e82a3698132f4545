import { z } from 'zod'
import { CHANNEL_IDS, type ChannelId, channelIdSchema } from './channel'
import { tagSchema } from './contact'
import { instantSchema, lineSchema, objectIdSchema } from './primitives'
import { scheduleSettingsSchema, storedScheduleSchema } from './schedule'

export const CAMPAIGN_STATUSES = ['draft', 'active', 'paused', 'completed', 'archived'] as const

export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number]

/** Whom a campaign reaches besides the contacts that were picked one by one. */
export const audienceSchema = z.object({
  tags_in: z.array(tagSchema).max(100).default([]),
  tags_out: z.array(tagSchema).max(100).default([]),
  /** Saved filters, asked anew for every run. */
  filters: z.array(objectIdSchema).max(100).default([])
})

export type Audience = Readonly<z.infer<typeof audienceSchema>>

const textSchema = z
  .string()
  .max(100_000, 'too_long')
  .refine((text) => text.trim() !== '', 'message_required')

/** Texts of their own; a channel without one says the call script. */
export const ownTextsSchema = z.partialRecord(channelIdSchema, textSchema)

export type OwnTexts = Readonly<z.infer<typeof ownTextsSchema>>

/** What becomes of a delivery whose text names something that is not known of the person. */
export const missingValuesSchema = z.enum(['skip', 'blank'])

/** How long a campaign's name may be, in characters. */
export const CAMPAIGN_NAME_LIMIT = 200

const campaignFields = {
  name: lineSchema(CAMPAIGN_NAME_LIMIT).min(1, 'name_required'),
  type: z.enum(['scheduled', 'manual']).default('scheduled'),
  /** The text of all channels (the seed: WhatsApp and Telegram send the call script). */
  call_script: textSchema,
  contacts: z.array(objectIdSchema).default([]),
  flow: z
    .array(channelIdSchema)
    .min(1, 'no_channels')
    .default([...CHANNEL_IDS])
    .transform((flow) => [...new Set(flow)]),
  schedule_settings: scheduleSettingsSchema
}

export const missedPolicySchema = z.enum(['run_once', 'skip'])

export const overlapPolicySchema = z.enum(['skip', 'buffer_one', 'cancel_running'])

export const deliveryPolicySchema = z.enum(['all', 'first_success'])

const thresholdSchema = z
  .number('threshold_range')
  .int('threshold_range')
  .min(0, 'threshold_range')
  .max(1_000_000, 'threshold_range')

/** What a campaign does when something does not go to plan. */
export const policiesSchema = z.object({
  /** A slot that passed while nothing could be sent: run the latest inside the window, or none. */
  missed: missedPolicySchema.default('run_once'),
  catch_up_window_min: z
    .number('catch_up_window_range')
    .int('catch_up_window_range')
    .min(1, 'catch_up_window_range')
    .max(10_080, 'catch_up_window_range')
    .default(60),
  /** A slot that is due while a run of the campaign is open. */
  overlap: overlapPolicySchema.default('skip'),
  /** Every channel of the flow, or one after the other until one was sent. */
  delivery: deliveryPolicySchema.default('all'),
  /** `failed` and `unknown` pause the channel in its run; 0 = never by this count. */
  error_threshold: z
    .object({
      errors: thresholdSchema.default(10),
      percent: z.number('percent_range').min(0, 'percent_range').max(100, 'percent_range').default(10),
      in_a_row: thresholdSchema.default(5)
    })
    .prefault({})
})

export type Policies = Readonly<z.infer<typeof policiesSchema>>

/** What the campaign form sends: no `_id` makes a new draft; what is optional and not said stays as it is. */
export const campaignDraftSchema = z.object({
  _id: objectIdSchema.optional(),
  ...campaignFields,
  texts: ownTextsSchema.optional(),
  placeholders: z.boolean().optional(),
  missing_values: missingValuesSchema.optional(),
  audience: audienceSchema.optional(),
  policies: policiesSchema.optional()
})

export type CampaignDraft = z.infer<typeof campaignDraftSchema>

/** Of runs that were removed for their age: slots up to `until` never run again, `runs` of them count for `max_runs`. */
const forgottenRunsSchema = z.object({ until: instantSchema, runs: z.number().int().nonnegative() })

export type ForgottenRuns = Readonly<z.infer<typeof forgottenRunsSchema>>

/** A campaign as stored: the seed's fields and ours. */
export const campaignSchema = z.object({
  _id: objectIdSchema,
  ...campaignFields,
  schedule_settings: storedScheduleSchema,
  status: z.enum(CAMPAIGN_STATUSES),
  texts: ownTextsSchema.default({}),
  /** Are `{{ placeholders }}` filled in? What was written before there were any, or elsewhere, is sent as it is. */
  placeholders: z.boolean().default(false),
  missing_values: missingValuesSchema.default('skip'),
  audience: audienceSchema.prefault({}),
  policies: policiesSchema.prefault({}),
  /** The operator's yes to so many AI calls a run; null while there was none. */
  approval: z
    .object({ at: instantSchema, ai_calls: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  /** The last activation, resume or schedule edit: slots at or before it never run. */
  effective_from: instantSchema.nullable().default(null),
  /** What was removed for its age; null while nothing was. */
  forgotten: forgottenRunsSchema.nullable().default(null),
  created_at: instantSchema,
  updated_at: instantSchema
})

export type Campaign = Readonly<z.infer<typeof campaignSchema>>

/** The moves that an operator may make (design: status moves). The engine alone completes a campaign by itself. */
const MOVES: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = {
  draft: ['active', 'archived'],
  active: ['paused', 'completed', 'archived'],
  paused: ['active', 'completed', 'archived'],
  completed: ['active', 'archived'],
  archived: ['draft']
}

/** May a campaign go from one status to the other? Whether a run is open is the engine's question, not this one's. */
export const isAllowedMove = (from: CampaignStatus, to: CampaignStatus): boolean => MOVES[from].includes(to)

/** Has anybody been picked at all? Nothing picked is nobody (design: audience). */
export const hasAudience = ({ contacts, audience }: Pick<Campaign, 'contacts' | 'audience'>): boolean =>
  contacts.length > 0 || audience.tags_in.length > 0 || audience.filters.length > 0

/** What a campaign says. */
export type CampaignMessage = Pick<Campaign, 'call_script' | 'texts' | 'placeholders' | 'missing_values'>

/** The text of a channel, before anything is filled in. */
export const textOf = (
  { call_script, texts }: Pick<CampaignMessage, 'call_script' | 'texts'>,
  channel: ChannelId
): string => texts[channel] ?? call_script
