import type { Engine } from '../../engine/engine'
import { contactOverview } from '../../engine/contacts/contact-overview'
import { findDuplicates } from '../../engine/contacts/duplicates'
import { fail, ok } from '../../shared/result'
import type { ContactQuery } from '../../shared/domain/contact-query'
import { reachOf } from '../../shared/domain/reach'
import type { Handlers } from './answer-calls'

type ContactCall =
  | 'findContacts'
  | 'findContactIds'
  | 'getContacts'
  | 'contactOverview'
  | 'countAudience'
  | 'contactMessages'
  | 'explainReach'
  | 'addressMarks'
  | 'saveContact'
  | 'deleteContacts'
  | 'restoreContacts'
  | 'tagContacts'
  | 'stopContacting'
  | 'allowContacting'
  | 'findDuplicates'
  | 'mergeContacts'
  | 'mergeAllDuplicates'
  | 'undoMerge'
  | 'listFilters'
  | 'saveFilter'
  | 'deleteFilter'

/** Everything that the window asks and does about people. */
export function contactHandlers(engine: Engine): Pick<Handlers, ContactCall> {
  const { contacts, search, marks, merging, filters, people, lastContacted, audiences, doNotContact } = engine
  /** Reading every ledger may take seconds: only a question about it waits, the list is told when it is done. */
  const historyFor = ({ filter, sort }: ContactQuery): Promise<void> | undefined => {
    const read = lastContacted.ready()
    if (filter.contacted !== 'any' || sort.by === 'contacted') return read
    // Who needs the answer asks again, and is told why there is none.
    read.catch(() => undefined)
    return undefined
  }
  return {
    findContacts: async (query, from, count) => {
      await historyFor(query)
      const found = await search.find(query)
      const rows = found.slice(from, from + count)
      return ok({
        rows,
        last_contacted: lastContacted.isReady
          ? rows.map((contact) => isoOrNull(lastContacted.atMs(contact)))
          : null,
        found: found.length,
        all: contacts.list().length
      })
    },
    findContactIds: async (query) => {
      await historyFor(query)
      return ok((await search.find(query)).map(({ _id }) => _id))
    },
    getContacts: (ids) => ok(ids.flatMap((id) => contacts.find(id) ?? [])),
    contactOverview: async () => {
      const overview = await contactOverview(contacts.list())
      return ok({ ...overview, duplicate_groups: (await findDuplicates(people)).length })
    },
    countAudience: async (picked, audience) => {
      const found = await audiences.find(picked, audience)
      const missing = picked.filter((id) => contacts.find(id) === undefined).length
      return ok({ contacts: found.length, missing, reachable: reachOf(found) })
    },
    contactMessages: async (id) => {
      const contact = contacts.find(id)
      return contact === undefined ? fail({ code: 'not_found' }) : ok(await engine.messagesTo(contact))
    },
    explainReach: async (id, campaignId) => {
      const contact = contacts.find(id)
      const campaign = engine.campaigns.find(campaignId)
      if (contact === undefined || campaign === undefined) return fail({ code: 'not_found' })
      return ok(await engine.explainReach(contact, campaign))
    },
    addressMarks: (id) => {
      const contact = contacts.find(id)
      return contact === undefined ? fail({ code: 'not_found' }) : ok(doNotContact.addressMarks(contact))
    },

    saveContact: (draft) => contacts.save(draft),
    deleteContacts: (ids) => contacts.delete(ids),
    restoreContacts: (ids) => contacts.restore(ids),
    tagContacts: (ids, tag, on) =>
      contacts.change(ids, (contact) => {
        if (contact.tags.includes(tag) === on) return contact
        return { ...contact, tags: on ? [...contact.tags, tag] : contact.tags.filter((each) => each !== tag) }
      }),
    stopContacting: (ids, channels, reason) => marks.stop(ids, channels, reason),
    allowContacting: (id, channels) => marks.allow(id, channels),

    findDuplicates: async (from, count) => {
      const groups = await findDuplicates(people)
      return ok({ groups: groups.slice(from, from + count), total: groups.length })
    },
    mergeContacts: (orders) => merging.merge(orders),
    mergeAllDuplicates: async () => {
      const groups = await findDuplicates(people)
      if (groups.length === 0) return fail({ code: 'nothing_found' })
      const orders = groups.map((group) => ({ ids: group.contacts.map(({ _id }) => _id), values: {} }))
      const merged = await merging.merge(orders)
      return merged.ok ? ok({ groups: groups.length, merge_id: merged.value }) : merged
    },
    undoMerge: (mergeId) => merging.undo(mergeId),

    listFilters: () => ok(filters.list()),
    saveFilter: (filter) => filters.save(filter),
    deleteFilter: (id) => filters.delete(id)
  }
}

const isoOrNull = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString()
