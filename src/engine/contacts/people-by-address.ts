import type { Contact } from '../../shared/domain/contact'
import { inPieces } from '../pieces'
import { personKeys } from './contact-keys'

/** Who has which address, over the list as it was when it was asked for. */
export interface KnownAddresses {
  /** The contacts with that address, the one that was there first in front. */
  having(key: string): readonly Contact[]
  /** Every address that more than one contact has. */
  shared(): Generator<readonly Contact[]>
}

/**
 * Who has which address. It is brought up to date in pieces when it is asked for: after an import of 100,000 contacts
 * that is a second of work that nobody may feel.
 */
export class PeopleByAddress {
  readonly #list: () => readonly Contact[]
  #known = new AddressIndex()
  #following: Promise<void> | null = null

  constructor(list: () => readonly Contact[]) {
    this.#list = list
  }

  /** Resolves when the list as it is now is known. */
  async ready(): Promise<KnownAddresses> {
    while (this.#known.source !== this.#list()) {
      this.#following ??= this.#known.follow(this.#list()).finally(() => (this.#following = null))
      await this.#following
    }
    return this.#known
  }

  /** Gives back the memory until somebody asks again; whoever has asked before keeps what they got. */
  release(): void {
    this.#known = new AddressIndex()
  }
}

class AddressIndex implements KnownAddresses {
  source: readonly Contact[] = []
  /** Nearly every address has one contact, which then stands there without a list around it. */
  readonly #people = new Map<string, Contact | readonly Contact[]>()
  #contacts = new Map<string, Contact>()

  having(key: string): readonly Contact[] {
    const people = this.#people.get(key)
    return people === undefined ? [] : isList(people) ? people : [people]
  }

  *shared(): Generator<readonly Contact[]> {
    for (const people of this.#people.values()) if (isList(people)) yield people
  }

  async follow(list: readonly Contact[]): Promise<void> {
    const pieces = inPieces()
    const contacts = new Map<string, Contact>()
    for (const contact of list) {
      const before = this.#contacts.get(contact._id)
      contacts.set(contact._id, contact)
      if (before !== contact) this.#change(before, contact)
      if (pieces.isDue()) await pieces.rest()
    }
    for (const [id, contact] of this.#contacts) {
      if (!contacts.has(id)) for (const key of personKeys(contact)) this.#take(key, contact)
      if (pieces.isDue()) await pieces.rest()
    }
    this.#contacts = contacts
    this.source = list
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
    const [only] = people
    if (only === undefined) this.#people.delete(key)
    else this.#people.set(key, people.length === 1 ? only : people)
  }
}

const isList = (people: Contact | readonly Contact[]): people is readonly Contact[] => Array.isArray(people)
