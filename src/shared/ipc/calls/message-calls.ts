import { z } from 'zod'
import { audienceSchema } from '../../domain/campaign'
import { channelIdSchema } from '../../domain/channel'
import {
  type MessageCheck,
  type MessageTemplate,
  messageTemplateSchema,
  type PlaceholderChoice,
  type RenderedText,
  type TestDelivery,
  typedMessageSchema
} from '../../domain/message'
import { objectIdSchema } from '../../domain/primitives'
import { call, manyIds, nothing } from './call'

/** Texts: filled in, checked, tried, and kept as templates. */
export const messageCalls = {
  /** The texts as one contact would get them; without a contact the placeholders stay as they are. */
  previewMessage: call(
    z.tuple([typedMessageSchema, z.array(channelIdSchema), objectIdSchema.nullable()])
  ).gives<readonly RenderedText[]>(),
  /** What speaks against a message, over everybody who would get it. `cancelled` when another one is asked for meanwhile. */
  checkMessage: call(
    z.tuple([typedMessageSchema, z.array(channelIdSchema), manyIds, audienceSchema])
  ).gives<MessageCheck>(),
  listPlaceholders: call(nothing).gives<readonly PlaceholderChoice[]>(),
  /** Sends a text to the operator's own addresses, filled in as for that contact. No campaign changes by it. */
  sendTest: call(
    z.tuple([
      typedMessageSchema,
      z.partialRecord(channelIdSchema, z.string().trim().max(200)),
      objectIdSchema.nullable()
    ])
  ).gives<readonly TestDelivery[]>(),
  listTemplates: call(nothing).gives<readonly MessageTemplate[]>(),
  /** Adds a template; one of the same name is replaced. */
  saveTemplate: call(z.tuple([messageTemplateSchema.omit({ _id: true })])).gives<MessageTemplate>(),
  deleteTemplate: call(z.tuple([objectIdSchema])).gives<null>()
} as const
