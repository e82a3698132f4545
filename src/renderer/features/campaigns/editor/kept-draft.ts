import { z } from 'zod'
import {
  deliveryPolicySchema,
  missedPolicySchema,
  missingValuesSchema,
  overlapPolicySchema
} from '../../../../shared/domain/campaign'
import { channelIdSchema, perChannel } from '../../../../shared/domain/channel'
import { FREQUENCIES } from '../../../../shared/domain/schedule'
import { type CampaignFormValues, END_KINDS } from '../campaign-values'

/** What is kept of an editor that was left: what was typed, and the campaign as it was stored then. */
export interface KeptDraft {
  readonly values: CampaignFormValues
  /** Null: there was no campaign yet. */
  readonly base: CampaignFormValues | null
}

export const writeDraft = ({ values, base }: KeptDraft): string => JSON.stringify({ values, base })

const texts = z.object(perChannel(() => z.string().optional()))
/** A number, or one that was half typed: `-`, `1.`, nothing. */
const number = z.union([z.number(), z.string().regex(/^-?\d*\.?\d*$/)])
const lines = z.array(z.string())

/** Every field by itself: one that cannot be read is as in `otherwise`, and takes no other with it. */
const valuesSchema = (otherwise: CampaignFormValues) => {
  const { audience, schedule_settings: schedule, policies } = otherwise
  return z.object({
    type: z.enum(['scheduled', 'manual']).catch(otherwise.type),
    name: z.string().catch(otherwise.name),
    call_script: z.string().catch(otherwise.call_script),
    texts: texts.catch(otherwise.texts),
    placeholders: z.boolean().catch(otherwise.placeholders),
    missing_values: missingValuesSchema.catch(otherwise.missing_values),
    contacts: lines.catch(otherwise.contacts),
    audience: z
      .object({
        tags_in: lines.catch(audience.tags_in),
        tags_out: lines.catch(audience.tags_out),
        filters: lines.catch(audience.filters)
      })
      .catch(audience),
    flow: z.array(channelIdSchema).catch(otherwise.flow),
    end: z.enum(END_KINDS).catch(otherwise.end),
    schedule_settings: z
      .object({
        frequency: z.enum(FREQUENCIES).catch(schedule.frequency),
        start_time: z.string().catch(schedule.start_time),
        timezone: z.string().catch(schedule.timezone),
        interval: number.catch(schedule.interval),
        days_of_week: z.array(z.number()).catch(schedule.days_of_week),
        day_of_month: number.catch(schedule.day_of_month),
        month_of_year: number.catch(schedule.month_of_year),
        end_time: z.string().catch(schedule.end_time),
        exclude_dates: lines.catch(schedule.exclude_dates),
        max_runs: number.catch(schedule.max_runs)
      })
      .catch(schedule),
    policies: z
      .object({
        missed: missedPolicySchema.catch(policies.missed),
        catch_up_window_min: number.catch(policies.catch_up_window_min),
        overlap: overlapPolicySchema.catch(policies.overlap),
        delivery: deliveryPolicySchema.catch(policies.delivery),
        error_threshold: z
          .object({
            errors: number.catch(policies.error_threshold.errors),
            percent: number.catch(policies.error_threshold.percent),
            in_a_row: number.catch(policies.error_threshold.in_a_row)
          })
          .catch(policies.error_threshold)
      })
      .catch(policies)
  })
}

/**
 * Reads a draft back, whoever wrote it: unknown fields are dropped, wrong ones are as in `otherwise`. Null when nothing
 * of it can be read. Which campaign it belongs to is never taken from it.
 */
export function readDraft(text: string, otherwise: CampaignFormValues): KeptDraft | null {
  const found = z.object({ values: z.looseObject({}), base: z.unknown() }).safeParse(jsonOf(text))
  if (!found.success) return null
  const schema = valuesSchema(otherwise)
  const identity = otherwise._id === undefined ? {} : { _id: otherwise._id }
  const values = schema.safeParse(found.data.values)
  const base = schema.safeParse(found.data.base)
  if (!values.success) return null
  return {
    values: { ...identity, ...values.data },
    base: base.success ? { ...identity, ...base.data } : null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
