import { z } from 'zod'
import { channelIdSchema } from './channel'
import { instantSchema, lineSchema, objectIdSchema, zoneSchema } from './primitives'

const optionalLine = (maximum: number) => lineSchema(maximum).default('')

/** The seed's contact fields, as an operator types them. No name is fine: the number is shown instead. */
const contactFields = {
  first_name: optionalLine(200),
  last_name: optionalLine(200),
  phone: optionalLine(60),
  whatsapp_number: optionalLine(60),
  telegram_username: optionalLine(200),
  email: optionalLine(254).refine(
    (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'email_invalid'
  ),
  notes: z.string().max(10_000, 'too_long').default('')
}

/** What the contact form sends: no `_id` makes a new contact. */
export const contactDraftSchema = z.object({ _id: objectIdSchema.optional(), ...contactFields })

export type ContactDraft = z.infer<typeof contactDraftSchema>

export const ADDRESS_FIELDS = ['phone', 'whatsapp_number', 'telegram_username'] as const

export type AddressField = (typeof ADDRESS_FIELDS)[number]

const doNotContactSchema = z.union([
  z.literal(true),
  z.array(z.object({ channel: channelIdSchema, reason: z.string(), at: instantSchema }))
])

/** A contact as stored: the seed's fields and ours. */
export const contactSchema = z.object({
  _id: objectIdSchema,
  ...contactFields,
  email: optionalLine(254),
  tags: z.array(z.string()).default([]),
  timezone: z.union([z.literal(''), zoneSchema]).default(''),
  do_not_contact: doNotContactSchema.default([]),
  custom: z.record(z.string(), z.string()).default({}),
  /** Addresses as they were typed, where the stored one is a normal form of it. */
  written: z.partialRecord(z.enum(ADDRESS_FIELDS), z.string()).default({}),
  /** Addresses that are kept but cannot be sent to. */
  invalid: z.array(z.enum(ADDRESS_FIELDS)).default([]),
  created_at: instantSchema,
  updated_at: instantSchema
})

export type Contact = Readonly<z.infer<typeof contactSchema>>

/** The name to show and to log: the names, else the first address, else the id. */
export function displayName(
  contact: Pick<Contact, '_id' | 'first_name' | 'last_name' | AddressField>
): string {
  const name = `${contact.first_name} ${contact.last_name}`.trim()
  if (name !== '') return name
  if (contact.whatsapp_number !== '') return contact.whatsapp_number
  if (contact.phone !== '') return contact.phone
  if (contact.telegram_username !== '') return `@${contact.telegram_username}`
  return contact._id
}
