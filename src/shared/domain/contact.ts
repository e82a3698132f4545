import { z } from 'zod'
import { CHANNEL_IDS, type ChannelId, channelIdSchema } from './channel'
import { instantSchema, lineSchema, objectIdSchema, zoneSchema } from './primitives'

const optionalLine = (maximum: number) => lineSchema(maximum).default('')

/** How long what an operator types may be, in characters. */
export const CONTACT_LIMITS = {
  first_name: 200,
  last_name: 200,
  phone: 60,
  whatsapp_number: 60,
  telegram_username: 200,
  email: 254,
  notes: 10_000,
  tag: 50,
  tags: 100,
  custom_name: 100,
  custom_value: 2_000,
  custom_fields: 200,
  reason: 200
} as const

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A word to group people by. Commas, semicolons and bars part tags wherever several stand in one field. */
export const tagSchema = lineSchema(CONTACT_LIMITS.tag)
  .min(1, 'invalid_value')
  .regex(/^[^,;|\n\r\t]*$/, 'tag_invalid')

/** Names that would not be plain properties of an object. */
export const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const customSchema = z
  .record(
    lineSchema(CONTACT_LIMITS.custom_name).refine((name) => !UNSAFE_NAMES.has(name), 'invalid_value'),
    lineSchema(CONTACT_LIMITS.custom_value)
  )
  .refine((custom) => Object.keys(custom).length <= CONTACT_LIMITS.custom_fields, 'too_long')

/** The seed's contact fields, as an operator types them. No name is fine: the number is shown instead. */
const contactFields = {
  first_name: optionalLine(CONTACT_LIMITS.first_name),
  last_name: optionalLine(CONTACT_LIMITS.last_name),
  phone: optionalLine(CONTACT_LIMITS.phone),
  whatsapp_number: optionalLine(CONTACT_LIMITS.whatsapp_number),
  telegram_username: optionalLine(CONTACT_LIMITS.telegram_username),
  email: optionalLine(CONTACT_LIMITS.email).refine(
    (text) => text === '' || EMAIL.test(text),
    'email_invalid'
  ),
  notes: z.string().max(CONTACT_LIMITS.notes, 'too_long').default('')
}

/** What the contact form sends: no `_id` makes a new contact; what is not said stays as it is. */
export const contactDraftSchema = z.object({
  _id: objectIdSchema.optional(),
  ...contactFields,
  tags: z.array(tagSchema).max(CONTACT_LIMITS.tags, 'too_long').optional(),
  timezone: z.union([z.literal(''), zoneSchema]).optional(),
  custom: customSchema.optional()
})

export type ContactDraft = z.infer<typeof contactDraftSchema>

export const ADDRESS_FIELDS = ['phone', 'whatsapp_number', 'telegram_username'] as const

export type AddressField = (typeof ADDRESS_FIELDS)[number]

const doNotContactSchema = z.union([
  z.literal(true),
  z.array(z.object({ channel: channelIdSchema, reason: z.string(), at: instantSchema }))
])

/** `true`: on no channel, since ever. Else the channels, each with the reason and since when. */
export type DoNotContactMark = z.infer<typeof doNotContactSchema>

/** A contact as stored: the seed's fields and ours. */
export const contactSchema = z.object({
  _id: objectIdSchema,
  ...contactFields,
  email: optionalLine(CONTACT_LIMITS.email),
  tags: z.array(z.string()).default([]),
  timezone: z.union([z.literal(''), zoneSchema]).default(''),
  do_not_contact: doNotContactSchema.default([]),
  custom: z.record(z.string(), z.string()).default({}),
  /** Addresses as they were typed, where the stored one is a normal form of it. */
  written: z.partialRecord(z.enum(ADDRESS_FIELDS), z.string()).default({}),
  /** Addresses that are kept but cannot be sent to. */
  invalid: z.array(z.enum(ADDRESS_FIELDS)).default([]),
  /** Contacts that became part of this one: campaigns and ledgers know the person under these ids too. */
  merged_ids: z.array(objectIdSchema).default([]),
  created_at: instantSchema,
  updated_at: instantSchema
})

export type Contact = Readonly<z.infer<typeof contactSchema>>

/** The custom field that keeps a name as it was written in one piece, before it was split. */
export const FULL_NAME = 'full_name'

type Named = Pick<Contact, 'first_name' | 'last_name'> & Partial<Pick<Contact, 'custom'>>

const wordsOf = (name: string): string => name.split(/\s+/).toSorted().join(' ')

/** Both names: in the order in which they were once written in one piece, while they still are these words. */
export function fullName({ first_name, last_name, custom }: Named): string {
  const name = `${first_name} ${last_name}`.trim()
  const written = custom?.[FULL_NAME] ?? ''
  if (written === '') return name
  // Nearly always it is one of the two orders; only other ones are worth sorting words for.
  if (written === `${last_name} ${first_name}` || wordsOf(written) === wordsOf(name)) return written
  return name
}

/** The name to show and to log: the names, else the first address, else the id. */
export function displayName(contact: Pick<Contact, '_id' | AddressField> & Named): string {
  const name = fullName(contact)
  if (name !== '') return name
  if (contact.whatsapp_number !== '') return contact.whatsapp_number
  if (contact.phone !== '') return contact.phone
  if (contact.telegram_username !== '') return `@${contact.telegram_username}`
  return contact._id
}

/** The channels on which a contact is marked "do not contact". */
export function markedChannels({ do_not_contact }: Pick<Contact, 'do_not_contact'>): readonly ChannelId[] {
  if (do_not_contact === true) return CHANNEL_IDS
  return do_not_contact.length === 0
    ? []
    : CHANNEL_IDS.filter((channel) => do_not_contact.some((mark) => mark.channel === channel))
}
