import { ObjectId } from 'bson'
import type { Contact, ContactDraft } from '../../shared/domain/contact'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import type { ContactsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { normaliseAddresses } from './normalise-contact'

export interface ContactContext {
  readonly clock: Clock
  readonly collection: Collection<ContactsFile>
  readonly defaultCountry: () => string
  /** Keeps "do not contact" of contacts that are deleted: it belongs to their addresses. */
  readonly keepMarks: (contacts: readonly Contact[]) => Promise<Result<unknown>>
}

/** The people of the list. Every change is durable when it resolves. */
export class ContactService {
  readonly #context: ContactContext
  #source: readonly Contact[] | null = null
  #byId: ReadonlyMap<string, Contact> = new Map()

  constructor(context: ContactContext) {
    this.#context = context
  }

  list(): readonly Contact[] {
    return this.#context.collection.value.contacts
  }

  find(id: string): Contact | undefined {
    const contacts = this.list()
    if (this.#source !== contacts) {
      this.#source = contacts
      this.#byId = new Map(contacts.map((contact) => [contact._id, contact]))
    }
    return this.#byId.get(id)
  }

  /** Adds a contact, or changes the one with the draft's `_id`. */
  async save(draft: ContactDraft): Promise<Result<Contact>> {
    const now = isoOf(this.#context.clock.nowMs())
    const present = draft._id === undefined ? undefined : this.find(draft._id)
    if (draft._id !== undefined && present === undefined) return fail({ code: 'not_found' })
    const contact: Contact = {
      tags: [],
      timezone: '',
      do_not_contact: [],
      custom: {},
      created_at: now,
      ...present,
      ...draft,
      ...normaliseAddresses(draft, this.#context.defaultCountry()),
      _id: present?._id ?? new ObjectId().toHexString(),
      updated_at: now
    }
    const saved = await this.#context.collection.update((file) => ({
      ...file,
      contacts:
        present === undefined
          ? [...file.contacts, contact]
          : file.contacts.map((each) => (each._id === contact._id ? contact : each))
    }))
    return saved.ok ? ok(contact) : saved
  }

  /** Deletes contacts, keeping them for `restore`. Gives how many there were. */
  async delete(ids: readonly string[]): Promise<Result<number>> {
    const kept = await this.#context.keepMarks(ids.flatMap((id) => this.find(id) ?? []))
    if (!kept.ok) return kept
    return this.#move(ids, 'contacts', 'deleted')
  }

  /** Puts deleted contacts back as they were. Gives how many there were. */
  restore(ids: readonly string[]): Promise<Result<number>> {
    return this.#move(ids, 'deleted', 'contacts')
  }

  /** What was deleted in an earlier session can no longer be restored. */
  async forgetDeleted(): Promise<void> {
    await this.#context.collection.update((file) =>
      file.deleted.length === 0 ? file : { ...file, deleted: [] }
    )
  }

  async #move(
    ids: readonly string[],
    from: 'contacts' | 'deleted',
    to: 'contacts' | 'deleted'
  ): Promise<Result<number>> {
    const chosen = new Set(ids)
    let count = 0
    const saved = await this.#context.collection.update((file) => {
      const moved = file[from].filter((contact) => chosen.has(contact._id))
      count = moved.length
      if (count === 0) return file
      return {
        ...file,
        [from]: file[from].filter((contact) => !chosen.has(contact._id)),
        [to]: [...file[to], ...moved]
      }
    })
    return saved.ok ? ok(count) : saved
  }
}
