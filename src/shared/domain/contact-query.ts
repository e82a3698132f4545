import { z } from 'zod'
import { channelIdSchema } from './channel'
import { tagSchema } from './contact'
import { lineSchema, objectIdSchema } from './primitives'

/** Which people of the list are meant; an empty one means all. All conditions hold together. */
export const contactFilterSchema = z.object({
  /** Words of name, address, e-mail, notes; accents and case do not count. */
  text: z.string().max(500, 'too_long').default(''),
  /** Can be sent to on this channel. */
  channel: channelIdSchema.nullable().default(null),
  /** Has at least one of these. */
  tags: z.array(tagSchema).default([]),
  do_not_contact: z.enum(['any', 'yes', 'no']).default('any'),
  /** Whether a live message was ever sent to the person; practice does not count. */
  contacted: z.enum(['any', 'never', 'ever']).default('any'),
  /** Has an address that is kept but cannot be sent to. */
  needs_check: z.boolean().default(false)
})

export type ContactFilter = Readonly<z.infer<typeof contactFilterSchema>>

export const EVERYBODY: ContactFilter = contactFilterSchema.parse({})

/** Does the filter let everybody through? */
export const isEverybody = (filter: ContactFilter): boolean =>
  filter.text.trim() === '' &&
  filter.channel === null &&
  filter.tags.length === 0 &&
  filter.do_not_contact === 'any' &&
  filter.contacted === 'any' &&
  !filter.needs_check

export const contactSortSchema = z.object({
  by: z.enum(['name', 'added', 'changed', 'contacted']),
  descending: z.boolean()
})

export type ContactSort = Readonly<z.infer<typeof contactSortSchema>>

export const contactQuerySchema = z.object({ filter: contactFilterSchema, sort: contactSortSchema })

export type ContactQuery = Readonly<z.infer<typeof contactQuerySchema>>

/** A filter with a name: kept for the list and as the audience of campaigns. */
export const savedFilterSchema = z.object({
  _id: objectIdSchema,
  name: lineSchema(100).min(1, 'name_required'),
  filter: contactFilterSchema
})

export type SavedFilter = Readonly<z.infer<typeof savedFilterSchema>>
