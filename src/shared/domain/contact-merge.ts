import { z } from 'zod'
import { objectIdSchema } from './primitives'

/** What can be chosen one by one when contacts are merged; tags, custom fields and marks are joined. */
export const MERGE_FIELDS = [
  'name',
  'whatsapp_number',
  'telegram_username',
  'phone',
  'email',
  'notes'
] as const

export type MergeField = (typeof MERGE_FIELDS)[number]

/** Contacts that become one: the first keeps its id, and its values unless another's was chosen. */
export const mergeOrderSchema = z.object({
  ids: z.array(objectIdSchema).min(2).max(1000),
  /** Field -> id of the contact whose value is taken. */
  values: z.partialRecord(z.enum(MERGE_FIELDS), objectIdSchema).default({})
})

export type MergeOrder = Readonly<z.infer<typeof mergeOrderSchema>>
