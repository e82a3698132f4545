import type { Contact } from '../../shared/domain/contact'
import {
  type ContactFilter,
  type ContactQuery,
  type ContactSort,
  isEverybody
} from '../../shared/domain/contact-query'
import { numberQuery } from '../../shared/text/phone-digits'
import { inPieces, sortInPieces } from '../pieces'
import { matcherOf } from './contact-matcher'
import { type SearchKey, searchKey } from './search-key'

export interface ContactSearchContext {
  readonly list: () => readonly Contact[]
  /** When a live message was last sent to somebody, epoch milliseconds; null = never. */
  readonly lastContactedMs: (contact: Contact) => number | null
  /** Counts up whenever an answer of `lastContactedMs` changes. */
  readonly contactedRevision: () => number
}

/** The list in one order, as it was when it was asked for. */
interface Ordered {
  readonly source: readonly Contact[]
  readonly revision: number
  readonly keys: readonly SearchKey[]
}

const REMEMBERED_ANSWERS = 8
/** Reading the clock for each of 100,000 contacts would be felt. */
const ITEMS_A_LOOK = 128

/**
 * Finds, filters and sorts the list. Everything is done in pieces and remembered until the list changes, so that the
 * window, which holds only what it shows, can ask for any part of any answer.
 */
export class ContactSearch {
  readonly #context: ContactSearchContext
  #keys = new Map<string, SearchKey>()
  readonly #orders = new Map<string, Ordered>()
  readonly #answers = new Map<string, Ordered>()

  constructor(context: ContactSearchContext) {
    this.#context = context
  }

  /** Everybody whom the query finds, in its order. */
  async find(query: ContactQuery): Promise<readonly Contact[]> {
    const id = JSON.stringify(query)
    const source = this.#context.list()
    const revision = this.#context.contactedRevision()
    const known = this.#answers.get(id)
    if (known?.source === source && known.revision === revision) return contactsOf(known)
    const ordered = await this.#ordered(query.sort, source, revision)
    const answer = isEverybody(query.filter)
      ? ordered
      : await this.#filtered(this.#shorter(query, source, revision) ?? ordered, query.filter)
    this.#answers.delete(id)
    this.#answers.set(id, answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= REMEMBERED_ANSWERS) break
      this.#answers.delete(oldest)
    }
    return contactsOf(answer)
  }

  /** Gives back the memory of what was found, until somebody asks again. */
  release(): void {
    this.#keys = new Map()
    this.#orders.clear()
    this.#answers.clear()
  }

  async #filtered(ordered: Ordered, filter: ContactFilter): Promise<Ordered> {
    const pieces = inPieces()
    const matches = matcherOf(filter, this.#context.lastContactedMs)
    const keys: SearchKey[] = []
    for (const [index, key] of ordered.keys.entries()) {
      if (matches(key)) keys.push(key)
      if (index % ITEMS_A_LOOK === 0 && pieces.isDue()) await pieces.rest()
    }
    return { ...ordered, keys }
  }

  /**
   * The answer to the same query with a letter less, when it is remembered: whoever is found by "nguye" is among those
   * found by "nguy". That does not hold for numbers, whose leading zeros do not count.
   */
  #shorter({ filter, sort }: ContactQuery, source: readonly Contact[], revision: number): Ordered | null {
    if (numberQuery(filter.text) !== null) return null
    for (let length = filter.text.length - 1; length > 0; length -= 1) {
      const text = filter.text.slice(0, length)
      const known = this.#answers.get(JSON.stringify({ filter: { ...filter, text }, sort }))
      if (known?.source === source && known.revision === revision) return known
    }
    return null
  }

  /** An order is made of the one before it: after an edit almost everything stands where it stood. */
  async #ordered(sort: ContactSort, source: readonly Contact[], revision: number): Promise<Ordered> {
    const id = `${sort.by} ${sort.descending}`
    const before = this.#orders.get(id)
    if (before?.source === source && (sort.by !== 'contacted' || before.revision === revision)) return before
    const pieces = inPieces()
    const fresh = new Map<string, SearchKey>()
    for (const contact of source) {
      const known = this.#keys.get(contact._id)
      fresh.set(contact._id, known?.contact === contact ? known : searchKey(contact))
      if (pieces.isDue()) await pieces.rest()
    }
    const rest = new Map(fresh)
    const start: SearchKey[] = []
    for (const { contact } of before?.keys ?? []) {
      const key = rest.get(contact._id)
      if (key !== undefined && rest.delete(contact._id)) start.push(key)
      if (pieces.isDue()) await pieces.rest()
    }
    for (const key of rest.values()) start.push(key)
    const keys = await sortInPieces(start, this.#comparison(sort), pieces)
    this.#keys = fresh
    const ordered = { source, revision, keys }
    this.#orders.set(id, ordered)
    return ordered
  }

  #comparison({ by, descending }: ContactSort): (a: SearchKey, b: SearchKey) => number {
    const sign = descending ? -1 : 1
    if (by === 'name') return (a, b) => byName(a, b, sign)
    const valueOf = {
      added: ({ contact }: SearchKey) => contact.created_at,
      changed: ({ contact }: SearchKey) => contact.updated_at,
      contacted: ({ contact }: SearchKey) => this.#context.lastContactedMs(contact) ?? 0
    }[by]
    return (a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)]
      return left === right ? byName(a, b, 1) : left < right ? -sign : sign
    }
  }
}

/** By name as it is read; contacts without a name come last either way. */
function byName(a: SearchKey, b: SearchKey, sign: number): number {
  if (a.name === b.name) return a.contact._id < b.contact._id ? -1 : 1
  if (a.name === '') return 1
  if (b.name === '') return -1
  return a.name < b.name ? -sign : sign
}

// One array an answer: asked for page by page, it must not be made anew for each.
const found = new WeakMap<Ordered, readonly Contact[]>()

function contactsOf(ordered: Ordered): readonly Contact[] {
  const known = found.get(ordered)
  if (known !== undefined) return known
  const contacts = ordered.keys.map(({ contact }) => contact)
  found.set(ordered, contacts)
  return contacts
}
