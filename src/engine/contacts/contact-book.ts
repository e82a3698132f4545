import type { Contact } from '../../shared/domain/contact'

/** All contacts by id. It follows the list by what changed in it, so an edit among 100,000 costs next to nothing. */
export class ContactBook {
  readonly #list: () => readonly Contact[]
  #source: readonly Contact[] = []
  readonly #byId = new Map<string, Contact>()
  /** Ids of contacts that became part of another: id -> the other's id. */
  readonly #merged = new Map<string, string>()

  constructor(list: () => readonly Contact[]) {
    this.#list = list
  }

  list(): readonly Contact[] {
    return this.#list()
  }

  /** The contact with that id, or the one that it became part of. */
  find(id: string): Contact | undefined {
    this.#follow()
    const own = this.#byId.get(id)
    if (own !== undefined) return own
    // A merge may have been taken back: the other one must still say so.
    const into = this.#byId.get(this.#merged.get(id) ?? '')
    return into?.merged_ids.includes(id) === true ? into : undefined
  }

  #follow(): void {
    const list = this.#list()
    if (list === this.#source) return
    this.#source = list
    for (const contact of list) {
      const known = this.#byId.get(contact._id)
      if (known === contact) continue
      this.#byId.set(contact._id, contact)
      for (const id of contact.merged_ids) this.#merged.set(id, contact._id)
    }
    if (this.#byId.size === list.length) return
    const present = new Set(list.map(({ _id }) => _id))
    for (const id of this.#byId.keys()) if (!present.has(id)) this.#byId.delete(id)
  }
}
