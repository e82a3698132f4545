import { ObjectId } from 'bson'
import { ADDRESS_FIELDS, type Contact, type ContactDraft } from '../../shared/domain/contact'
import { fail, ok, type Result } from '../../shared/result'
import { inPieces } from '../pieces'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import { type ContactsFile, NORMAL_FORM } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { cleanLine, cleanText } from './clean-text'
import { ContactBook } from './contact-book'
import type { DoNotContact } from './do-not-contact'
import { joinMarks } from './join-marks'
import { normaliseAddresses } from './normalise-contact'

export interface ContactContext {
  readonly clock: Clock
  readonly collection: Collection<ContactsFile>
  readonly defaultCountry: () => string
  /** "Do not contact" belongs to addresses: it outlives a contact, and a new contact may come with it. */
  readonly doNotContact: Pick<DoNotContact, 'keep' | 'inheritedMark'>
}

type Change = (contact: Contact) => Contact

/** The people of the list. Every change is durable when it resolves. */
export class ContactService {
  readonly #context: ContactContext
  readonly #book: ContactBook

  constructor(context: ContactContext) {
    this.#context = context
    this.#book = new ContactBook(() => context.collection.value.contacts)
  }

  list(): readonly Contact[] {
    return this.#book.list()
  }

  /** The contact with that id, or the one that it became part of. */
  find(id: string): Contact | undefined {
    return this.#book.find(id)
  }

  /** Adds a contact, or changes the one with the draft's `_id`. */
  async save(draft: ContactDraft): Promise<Result<Contact>> {
    const now = this.#now()
    const present = draft._id === undefined ? undefined : this.find(draft._id)
    if (draft._id !== undefined && present === undefined) return fail({ code: 'not_found' })
    const typed = cleanDraft(draft)
    const contact: Contact = {
      do_not_contact: [],
      merged_ids: [],
      created_at: now,
      ...present,
      ...typed,
      tags: typed.tags ?? present?.tags ?? [],
      timezone: typed.timezone ?? present?.timezone ?? '',
      custom: typed.custom ?? present?.custom ?? {},
      ...this.#addresses(typed, present),
      _id: present?._id ?? new ObjectId().toHexString(),
      updated_at: now
    }
    const marked = {
      ...contact,
      do_not_contact: joinMarks(contact.do_not_contact, this.#context.doNotContact.inheritedMark(contact))
    }
    // The mark belongs to the address: one that the contact no longer has is remembered without it.
    if (present !== undefined && ADDRESS_FIELDS.some((field) => present[field] !== marked[field])) {
      const kept = await this.#context.doNotContact.keep([present])
      if (!kept.ok) return kept
    }
    const saved = await this.#context.collection.update((file) => ({
      ...file,
      contacts:
        present === undefined
          ? [...file.contacts, marked]
          : file.contacts.map((each) => (each._id === marked._id ? marked : each))
    }))
    return saved.ok ? ok(marked) : saved
  }

  /** Changes contacts all at once; those that the change leaves as they are do not count. Gives the changed ones' ids. */
  async change(ids: readonly string[], change: Change): Promise<Result<readonly string[]>> {
    const chosen = new Set(ids)
    const now = this.#now()
    let changed: string[] = []
    const saved = await this.#context.collection.update((file) => {
      changed = []
      const contacts = file.contacts.map((contact) => {
        const after = chosen.has(contact._id) ? change(contact) : contact
        if (after === contact) return contact
        changed.push(contact._id)
        return { ...after, updated_at: now }
      })
      return changed.length === 0 ? file : { ...file, contacts }
    })
    return saved.ok ? ok(changed) : saved
  }

  /** Deletes contacts, keeping them for `restore`. Gives how many there were. */
  async delete(ids: readonly string[]): Promise<Result<number>> {
    const kept = await this.#context.doNotContact.keep(ids.flatMap((id) => this.find(id) ?? []))
    if (!kept.ok) return kept
    return this.#move(ids, 'contacts', 'deleted')
  }

  /** Puts deleted contacts back; what was said about their addresses meanwhile holds. Gives how many there were. */
  restore(ids: readonly string[]): Promise<Result<number>> {
    return this.#move(ids, 'deleted', 'contacts')
  }

  /** What was deleted in an earlier session can no longer be restored. */
  async forgetDeleted(): Promise<void> {
    await this.#context.collection.update((file) =>
      file.deleted.length === 0 ? file : { ...file, deleted: [] }
    )
  }

  /** Reads the addresses of a file anew that was written by older rules, or by hand: nothing is sent before. */
  async bringToNormalForm(): Promise<void> {
    if (this.#context.collection.value.normal_form === NORMAL_FORM) return
    await this.#reread(() => true)
  }

  /** Numbers that were invalid with another default country may be valid with the present one. */
  rereadInvalid(): Promise<Result<unknown>> {
    return this.#reread(({ invalid }) => invalid.length > 0)
  }

  async #reread(isMeant: (contact: Contact) => boolean): Promise<Result<unknown>> {
    const pieces = inPieces()
    const reread = new Map<Contact, Contact>()
    for (const contact of this.list()) {
      if (isMeant(contact)) {
        const { written, ...addresses } = normaliseAddresses(contact, this.#context.defaultCountry())
        reread.set(contact, { ...contact, ...addresses, written: { ...contact.written, ...written } })
      }
      if (pieces.isDue()) await pieces.rest()
    }
    return this.#context.collection.update((file) => ({
      ...file,
      normal_form: NORMAL_FORM,
      contacts: file.contacts.map((contact) => reread.get(contact) ?? contact)
    }))
  }

  /** Addresses that were not touched keep what was once typed for them. */
  #addresses(typed: ContactDraft, present: Contact | undefined) {
    const read = normaliseAddresses(typed, this.#context.defaultCountry())
    const kept = Object.entries(present?.written ?? {}).filter(
      ([field]) => read[field as keyof typeof read.written] === present?.[field as keyof typeof read.written]
    )
    return { ...read, written: { ...Object.fromEntries(kept), ...read.written } }
  }

  async #move(
    ids: readonly string[],
    from: 'contacts' | 'deleted',
    to: 'contacts' | 'deleted'
  ): Promise<Result<number>> {
    const chosen = new Set(ids)
    let count = 0
    const saved = await this.#context.collection.update((file) => {
      // An import may have brought somebody back under the same id: then that one stays, or is the one to restore.
      const present = new Set(to === 'contacts' ? file.contacts.map(({ _id }) => _id) : [])
      const moved = new Map(
        file[from].flatMap((contact) =>
          chosen.has(contact._id) && !present.has(contact._id) ? [[contact._id, contact]] : []
        )
      )
      count = moved.size
      if (count === 0) return file
      return {
        ...file,
        [from]: file[from].filter(({ _id }) => !moved.has(_id)),
        [to]: [...file[to].filter(({ _id }) => !moved.has(_id)), ...moved.values()]
      }
    })
    return saved.ok ? ok(count) : saved
  }

  #now(): string {
    return isoOf(this.#context.clock.nowMs())
  }
}

/** What is typed by hand is brought to the same form as what is imported. */
function cleanDraft(draft: ContactDraft): ContactDraft {
  const { custom, tags } = draft
  return {
    ...draft,
    first_name: cleanLine(draft.first_name),
    last_name: cleanLine(draft.last_name),
    email: cleanLine(draft.email),
    notes: cleanText(draft.notes),
    ...(tags !== undefined && { tags: [...new Set(tags.map(cleanLine))].filter((tag) => tag !== '') }),
    ...(custom !== undefined && {
      custom: Object.fromEntries(
        Object.entries(custom).flatMap(([name, text]) =>
          text.trim() === '' ? [] : [[name.trim(), cleanLine(text)]]
        )
      )
    })
  }
}
