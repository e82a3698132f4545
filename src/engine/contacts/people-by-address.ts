import type { Contact } from '../../shared/domain/contact'
import { inPieces } from '../pieces'
import { personKeys } from './contact-keys'

/**
 * Who has which address, over the whole list. It is brought up to date in pieces when it is asked for: after an import of
 * 100,000 contacts that is a second of work that nobody may feel.
 */
export class PeopleByAddress {
  readonly #list: () => readonly Contact[]
  readonly #people = new Map<string, readonly Contact[]>()
  #known = new Map<string, Contact>()
  #source: readonly Contact[] = []
  #following: Promise<void> | null = null

  constructor(list: () => readonly Contact[]) {
    this.#list = list
  }

  /** Resolves when the list as it is now is known. */
  async ready(): Promise<void> {
    while (this.#source !== this.#list()) {
      this.#following ??= this.#follow().finally(() => (this.#following = null))
      await this.#following
    }
  }

  /** The contacts with that address, the one that was there first in front. Call `ready` before. */
  having(key: string): readonly Contact[] {
    return this.#people.get(key) ?? []
  }

  /** Every address that more than one contact has. Call `ready` before. */
  *shared(): Generator<readonly Contact[]> {
    for (const people of this.#people.values()) if (people.length > 1) yield people
  }

  async #follow(): Promise<void> {
    const list = this.#list()
    const pieces = inPieces()
    const known = new Map<string, Contact>()
    for (const contact of list) {
      const before = this.#known.get(contact._id)
      known.set(contact._id, contact)
      if (before !== contact) this.#change(before, contact)
      if (pieces.isDue()) await pieces.rest()
    }
    for (const [id, contact] of this.#known) {
      if (!known.has(id)) for (const key of personKeys(contact)) this.#take(key, contact)
      if (pieces.isDue()) await pieces.rest()
    }
    this.#known = known
    this.#source = list
  }

  /** Who changes keeps the place among those who share an address. */
  #change(before: Contact | undefined, contact: Contact): void {
    const keys = new Set(personKeys(contact))
    for (const key of before === undefined ? [] : personKeys(before)) {
      if (keys.has(key))
        this.#put(
          key,
          this.having(key).map((each) => (each === before ? contact : each))
        )
      else this.#take(key, contact)
    }
    const known = new Set(before === undefined ? [] : personKeys(before))
    for (const key of keys) if (!known.has(key)) this.#put(key, [...this.having(key), contact])
  }

  #take(key: string, { _id }: Contact): void {
    this.#put(
      key,
      this.having(key).filter((each) => each._id !== _id)
    )
  }

  #put(key: string, people: readonly Contact[]): void {
    if (people.length === 0) this.#people.delete(key)
    else this.#people.set(key, people)
  }
}
