import { z } from 'zod'
import { missingValuesSchema, ownTextsSchema } from './campaign'
import { type ChannelId, channelIdSchema } from './channel'
import type { Reason } from './delivery'

/** What a text may name of a contact: `{{ first_name }}`. Fields of their own are `{{ custom.company }}`. */
export const CONTACT_PLACEHOLDERS = [
  'first_name',
  'last_name',
  'full_name',
  'phone',
  'whatsapp_number',
  'telegram_username',
  'email'
] as const

export type ContactPlaceholder = (typeof CONTACT_PLACEHOLDERS)[number]

/** A message that is still being typed: also an empty one can be looked at. */
export const typedMessageSchema = z.object({
  call_script: z.string().max(1_000_000, 'too_long'),
  texts: z.partialRecord(channelIdSchema, z.string().max(1_000_000, 'too_long')),
  placeholders: z.boolean(),
  missing_values: missingValuesSchema,
  /** The campaign's zone, by which dates are written; this computer's when nothing is said. */
  timezone: z.string().max(100, 'too_long').optional()
})

export type TypedMessage = Readonly<z.infer<typeof typedMessageSchema>>

/**
 * What is wrong with a text. `syntax`: Liquid cannot read it; `unknown_placeholder`: it names what no contact has;
 * `failed`: filling it in went wrong (endless, too large); `blank`: nothing would be left of it.
 */
export const TEXT_PROBLEMS = ['syntax', 'unknown_placeholder', 'failed', 'too_long', 'blank'] as const

export interface TextProblem {
  readonly code: (typeof TEXT_PROBLEMS)[number]
  /** Where in the text, counted from 1, in letters as people count them; absent when it is the text as a whole. */
  readonly line?: number
  readonly column?: number
  /** The placeholder, or the words of the template language. Data: not translated. */
  readonly detail: string
}

/** How long a text is. */
export interface TextSize {
  /** As people count: a letter with its accents, or an emoji, is one. */
  readonly characters: number
  /** Into how many messages the channel splits it; 1 for a call. */
  readonly segments: number
  /** How long a voice takes to say it, seconds; 0 where nobody speaks. */
  readonly spoken_s: number
}

/** The text of one channel as one person would get it. */
export interface RenderedText {
  readonly channel: ChannelId
  /** With gaps where a value is missing; null when the problem leaves nothing to show. */
  readonly text: string | null
  /** What the text names and the person lacks, without a fallback. */
  readonly missing: readonly string[]
  readonly problem: TextProblem | null
  readonly size: TextSize
}

/** What a message may name, for the menu: the contact's own fields and how many people have a value for each. */
export interface PlaceholderChoice {
  /** As it is written between the braces: `first_name`, `custom.company`, `custom["Ngày sinh"]`. */
  readonly name: string
  /** A field of the operator's own, as it is called in the contacts; null for the fields that everybody has. */
  readonly custom: string | null
  readonly people: number
}

/** What speaks against a message, asked over the whole audience before anything is sent. */
export interface MessageCheck {
  readonly problems: readonly { readonly channel: ChannelId; readonly problem: TextProblem }[]
  /** Values that people lack, without a fallback: their deliveries are skipped, or sent with a blank. */
  readonly missing: readonly {
    readonly field: string
    readonly count: number
    readonly names: readonly string[]
  }[]
  /** People for whom the text cannot be filled in. */
  readonly failing: readonly {
    readonly channel: ChannelId
    readonly count: number
    readonly names: readonly string[]
    readonly detail: string
  }[]
  /** The longest text that anybody gets. */
  readonly longest: readonly { readonly channel: ChannelId; readonly size: TextSize }[]
}

/** What a test message came to, on one channel. */
export interface TestDelivery {
  readonly channel: ChannelId
  readonly address: string
  readonly state: 'sent' | 'failed' | 'unknown' | 'skipped'
  readonly reason?: Reason
  readonly status_code?: number
  readonly duration_ms?: number
  readonly answer?: string
}

/** A text that is used again and again. */
export const messageTemplateSchema = z.object({
  _id: z.string(),
  name: z.string().trim().min(1, 'name_required').max(200, 'too_long'),
  call_script: z.string().max(100_000, 'too_long'),
  texts: ownTextsSchema,
  placeholders: z.boolean()
})

export type MessageTemplate = Readonly<z.infer<typeof messageTemplateSchema>>
