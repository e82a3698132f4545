import { z } from 'zod'
import { audienceSchema } from '../../domain/campaign'
import { channelIdSchema } from '../../domain/channel'
import { type Contact, CONTACT_LIMITS, contactDraftSchema, tagSchema } from '../../domain/contact'
import { mergeOrderSchema } from '../../domain/contact-merge'
import { contactQuerySchema, type SavedFilter, savedFilterSchema } from '../../domain/contact-query'
import { lineSchema, objectIdSchema } from '../../domain/primitives'
import type {
  AddressMark,
  AudienceCount,
  ContactMessage,
  ContactOverview,
  ContactPage,
  DuplicatePage,
  ReachExplanation,
  SavedFile
} from '../contact-views'
import { call, nothing, manyIds } from './call'

/** The list of contacts. */
export const contactCalls = {
  /** A part of what a query finds: the window never holds the whole list. */
  findContacts: call(
    z.tuple([contactQuerySchema, z.number().int().nonnegative(), z.number().int().min(1).max(500)])
  ).gives<ContactPage>(),
  findContactIds: call(z.tuple([contactQuerySchema])).gives<readonly string[]>(),
  /** Contacts by id; unknown ones are left out. */
  getContacts: call(z.tuple([z.array(objectIdSchema).max(1000)])).gives<readonly Contact[]>(),
  contactOverview: call(nothing).gives<ContactOverview>(),
  /** Whom an audience reaches on each channel, as the list is now. */
  countAudience: call(z.tuple([manyIds, audienceSchema])).gives<AudienceCount>(),
  /** Everything that was ever sent to somebody, newest first. */
  contactMessages: call(z.tuple([objectIdSchema])).gives<readonly ContactMessage[]>(),
  /** Why somebody gets a campaign, or does not. */
  explainReach: call(z.tuple([objectIdSchema, objectIdSchema])).gives<ReachExplanation>(),
  /** Where somebody's addresses must not be used, whoever was marked for them. */
  addressMarks: call(z.tuple([objectIdSchema])).gives<readonly AddressMark[]>(),
  saveContact: call(z.tuple([contactDraftSchema])).gives<Contact>(),
  deleteContacts: call(z.tuple([manyIds])).gives<number>(),
  /** Puts deleted contacts back as they were (undo). */
  restoreContacts: call(z.tuple([manyIds])).gives<number>(),
  /** Gives or takes a tag. Gives the ids of those who changed: with them it is taken back. */
  tagContacts: call(z.tuple([manyIds, tagSchema, z.boolean()])).gives<readonly string[]>(),
  /** Somebody asked to stop. Everybody who shares an address is marked too. */
  stopContacting: call(
    z.tuple([manyIds, z.array(channelIdSchema).min(1), lineSchema(CONTACT_LIMITS.reason)])
  ).gives<number>(),
  allowContacting: call(z.tuple([objectIdSchema, z.array(channelIdSchema).min(1)])).gives<Contact>(),
  findDuplicates: call(
    z.tuple([z.number().int().nonnegative(), z.number().int().min(1).max(200)])
  ).gives<DuplicatePage>(),
  /** Makes contacts one, all groups in one write. Gives the id by which it is taken back. */
  mergeContacts: call(z.tuple([z.array(mergeOrderSchema).min(1).max(100_000)])).gives<string>(),
  /** Merges every group that is found, the first value winning. Gives how many, and the id to take it back. */
  mergeAllDuplicates: call(nothing).gives<{ readonly groups: number; readonly merge_id: string }>(),
  undoMerge: call(z.tuple([objectIdSchema])).gives<number>(),
  listFilters: call(nothing).gives<readonly SavedFilter[]>(),
  saveFilter: call(z.tuple([savedFilterSchema.omit({ _id: true })])).gives<SavedFilter>(),
  deleteFilter: call(z.tuple([objectIdSchema])).gives<null>(),
  /** Writes contacts to a file in the downloads folder; null means: in no order, all of them. */
  exportContacts: call(z.tuple([z.enum(['csv', 'json', 'vcard']), manyIds.nullable()])).gives<SavedFile>()
} as const
