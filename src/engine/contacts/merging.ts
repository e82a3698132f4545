import { ObjectId } from 'bson'
import { ADDRESS_FIELDS, type Contact, type DoNotContactMark, FULL_NAME } from '../../shared/domain/contact'
import type { MergeField, MergeOrder } from '../../shared/domain/contact-merge'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import type { ContactsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import type { DoNotContact } from './do-not-contact'
import { joinMarks } from './join-marks'
import { mergePeople } from './merge-contacts'

export interface MergingContext {
  readonly clock: Clock
  readonly collection: Collection<ContactsFile>
  readonly find: (id: string) => Contact | undefined
  readonly doNotContact: Pick<DoNotContact, 'keep'>
}

/** Contacts as they were before they became one; the first of them kept its id. */
type MergedGroup = readonly [Contact, ...Contact[]]

/** How many merges can be taken back. */
const REMEMBERED = 20

/** Makes several contacts one, and takes that back. Campaigns go on naming the person by any of the ids. */
export class Merging {
  readonly #context: MergingContext
  readonly #done = new Map<string, readonly MergedGroup[]>()

  constructor(context: MergingContext) {
    this.#context = context
  }

  /** Merges groups of contacts, all in one durable write. Gives the id by which it can be taken back. */
  async merge(orders: readonly MergeOrder[]): Promise<Result<string>> {
    const now = isoOf(this.#context.clock.nowMs())
    const groups: MergedGroup[] = []
    const merged = new Map<string, Contact>()
    const gone = new Set<string>()
    for (const { ids, values } of orders) {
      // Two ids may be of one contact already: it must not be merged into itself.
      const [first, ...others] = new Set(ids.flatMap((id) => this.#context.find(id) ?? []))
      if (first === undefined || others.length === 0) return fail({ code: 'not_found' })
      if ([first, ...others].some(({ _id }) => merged.has(_id) || gone.has(_id)))
        return fail({ code: 'not_found' })
      groups.push([first, ...others])
      merged.set(first._id, { ...mergeGroup(first, others, values), updated_at: now })
      for (const { _id } of others) gone.add(_id)
    }
    // Addresses that the one contact does not keep stay forbidden when somebody asked to stop there.
    const kept = await this.#context.doNotContact.keep(groups.flat())
    if (!kept.ok) return kept
    const stored = await this.#context.collection.update((file) => ({
      ...file,
      contacts: file.contacts
        .filter(({ _id }) => !gone.has(_id))
        .map((contact) => merged.get(contact._id) ?? contact)
    }))
    if (!stored.ok) return stored
    return ok(this.#remember(groups))
  }

  /** Takes a merge back. Nobody loses a "do not contact" that came since: it was the one contact's, with every address. */
  async undo(mergeId: string): Promise<Result<number>> {
    const groups = this.#done.get(mergeId)
    if (groups === undefined) return fail({ code: 'nothing_to_undo' })
    const kept = await this.#context.doNotContact.keep(
      groups.flatMap(([first]) => this.#context.find(first._id) ?? [])
    )
    if (!kept.ok) return kept
    const stored = await this.#context.collection.update((file) => {
      const present = new Map(file.contacts.map((contact) => [contact._id, contact]))
      const earlier = new Map(
        groups.flatMap((group) => {
          const since = markSince(group, present.get(group[0]._id))
          return group.map((old) => [
            old._id,
            { ...old, do_not_contact: joinMarks(old.do_not_contact, since) }
          ])
        })
      )
      return {
        ...file,
        contacts: [
          ...file.contacts.map((contact) => earlier.get(contact._id) ?? contact),
          ...[...earlier.values()].filter(({ _id }) => !present.has(_id))
        ],
        deleted: file.deleted.filter(({ _id }) => !earlier.has(_id))
      }
    })
    if (!stored.ok) return stored
    this.#done.delete(mergeId)
    return ok(groups.flat().length)
  }

  /** Merges that these contacts took part in cannot be taken back any more: it would bring them back. */
  forget(ids: ReadonlySet<string>): void {
    for (const [mergeId, groups] of this.#done) {
      if (groups.flat().some(({ _id }) => ids.has(_id))) this.#done.delete(mergeId)
    }
  }

  #remember(groups: readonly MergedGroup[]): string {
    const mergeId = new ObjectId().toHexString()
    this.#done.set(mergeId, groups)
    for (const oldest of this.#done.keys()) {
      if (this.#done.size <= REMEMBERED) break
      this.#done.delete(oldest)
    }
    return mergeId
  }
}

/** What was said of the one contact since the others became part of it. */
function markSince([first, ...others]: MergedGroup, present: Contact | undefined): DoNotContactMark {
  if (present === undefined) return []
  const known = others.reduce((mark, other) => joinMarks(mark, other.do_not_contact), first.do_not_contact)
  if (known === true) return []
  if (present.do_not_contact === true) return true
  return present.do_not_contact.filter(({ channel }) => !known.some((mark) => mark.channel === channel))
}

/** The first one with its blanks filled from the others, and for some fields the value of whom the operator chose. */
export function mergeGroup(
  first: Contact,
  others: readonly Contact[],
  values: MergeOrder['values']
): Contact {
  const all = [first, ...others]
  const ids = all.flatMap(({ _id, merged_ids }) => [_id, ...merged_ids]).filter((id) => id !== first._id)
  const merged = others.reduce((person, other) => mergePeople(person, other), first)
  const chosen = Object.entries(values).reduce((person, [field, id]) => {
    const source = all.find(({ _id }) => _id === id)
    return source === undefined ? person : takeField(person, source, field as MergeField)
  }, merged)
  return { ...chosen, merged_ids: [...new Set(ids)] }
}

function takeField(person: Contact, source: Contact, field: MergeField): Contact {
  if (field === 'name') {
    const { [FULL_NAME]: _old, ...custom } = person.custom
    const whole = source.custom[FULL_NAME]
    return {
      ...person,
      first_name: source.first_name,
      last_name: source.last_name,
      custom: whole === undefined ? custom : { ...custom, [FULL_NAME]: whole }
    }
  }
  if (field === 'email' || field === 'notes') return { ...person, [field]: source[field] }
  const { [field]: _old, ...written } = person.written
  const typed = source.written[field]
  return {
    ...person,
    [field]: source[field],
    written: typed === undefined ? written : { ...written, [field]: typed },
    invalid: ADDRESS_FIELDS.filter((each) => (each === field ? source : person).invalid.includes(each))
  }
}
