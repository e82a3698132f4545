import type { Audience } from '../../shared/domain/campaign'
import type { Contact } from '../../shared/domain/contact'
import type { ContactFilter, SavedFilter } from '../../shared/domain/contact-query'
import { matcherOf } from '../contacts/contact-matcher'
import { searchKey } from '../contacts/search-key'
import { inPieces } from '../pieces'

export interface AudienceContext {
  readonly list: () => readonly Contact[]
  readonly findContact: (id: string) => Contact | undefined
  readonly findFilter: (id: string) => SavedFilter | undefined
  readonly lastContacted: {
    ready(): Promise<void>
    atMs(contact: Contact): number | null
    readonly revision: number
  }
}

/** What of a campaign says whom it reaches. */
interface Reaching {
  readonly contacts: readonly string[]
  readonly audience: Audience
}

/** Whom a campaign's rules found, and what that answer depends on. */
interface Prepared {
  readonly list: readonly Contact[]
  readonly filters: readonly (ContactFilter | undefined)[]
  readonly revision: number
  readonly people: readonly Contact[]
}

/**
 * Whom a campaign reaches (design: audience): the contacts that were picked, those with any of the tags, those whom a
 * saved filter finds now; without those with a tag that is left out. Nobody is in it twice.
 */
export class Audiences {
  readonly #context: AudienceContext
  readonly #prepared = new WeakMap<Reaching, Prepared>()

  constructor(context: AudienceContext) {
    this.#context = context
  }

  /**
   * How to find the people in pieces, so that `peopleOf`, asked at once afterwards, costs nothing; null when it costs
   * nothing anyway. At 100,000 contacts a filter would hold up the event loop at the very moment at which a campaign is due.
   */
  preparation(campaign: Reaching): (() => Promise<void>) | null {
    return !hasRules(campaign) || this.#current(campaign) !== null ? null : () => this.#prepare(campaign)
  }

  /** The same audiences, whose long work `wrap` is told of. */
  during(wrap: (work: Promise<void>) => Promise<void>): Pick<Audiences, 'preparation' | 'peopleOf'> {
    return {
      peopleOf: (campaign) => this.peopleOf(campaign),
      preparation: (campaign) => {
        const prepare = this.preparation(campaign)
        return prepare === null ? null : () => wrap(prepare())
      }
    }
  }

  async #prepare(campaign: Reaching): Promise<void> {
    if (this.#filtersOf(campaign).some((filter) => filter !== undefined && filter.contacted !== 'any')) {
      await this.#context.lastContacted.ready()
    }
    while (this.#current(campaign) === null) {
      const pieces = inPieces()
      const wanted = this.#wanted(campaign)
      const list = this.#context.list()
      const people: Contact[] = []
      for (const contact of list) {
        if (wanted(contact)) people.push(contact)
        if (pieces.isDue()) await pieces.rest()
      }
      this.#keep(campaign, list, people)
    }
  }

  /** Whom an audience finds that is still being put together. In pieces, to the end. */
  async find(contacts: readonly string[], audience: Audience): Promise<readonly Contact[]> {
    const campaign = { contacts, audience }
    await this.preparation(campaign)?.()
    const pieces = inPieces()
    const people = new Map<string, Contact>()
    for (const contact of this.#reached(campaign)) {
      people.set(contact._id, contact)
      if (pieces.isDue()) await pieces.rest()
    }
    return [...people.values()]
  }

  /** The people as they are now: first the picked ones in their order, then the others in that of the list. */
  peopleOf(campaign: Reaching): readonly Contact[] {
    const people = new Map<string, Contact>()
    // Two ids may name one person since a merge: whoever is in twice is one delivery a channel.
    for (const contact of this.#reached(campaign)) people.set(contact._id, contact)
    return [...people.values()]
  }

  *#reached(campaign: Reaching): Generator<Contact> {
    const byRules = this.#byRules(campaign)
    const out = new Set(campaign.audience.tags_out)
    const isIn = ({ tags }: Contact) => out.size === 0 || !tags.some((tag) => out.has(tag))
    for (const id of campaign.contacts) {
      const contact = this.#context.findContact(id)
      if (contact !== undefined && isIn(contact)) yield contact
    }
    for (const contact of byRules) if (isIn(contact)) yield contact
  }

  #byRules(campaign: Reaching): readonly Contact[] {
    if (!hasRules(campaign)) return []
    const known = this.#current(campaign)
    if (known !== null) return known.people
    const list = this.#context.list()
    return this.#keep(campaign, list, list.filter(this.#wanted(campaign))).people
  }

  #wanted(campaign: Reaching): (contact: Contact) => boolean {
    const tags = new Set(campaign.audience.tags_in)
    const { lastContacted } = this.#context
    const matchers = this.#filtersOf(campaign).flatMap((filter) =>
      filter === undefined ? [] : [matcherOf(filter, (contact) => lastContacted.atMs(contact))]
    )
    return (contact) => {
      if (contact.tags.some((tag) => tags.has(tag))) return true
      if (matchers.length === 0) return false
      const key = searchKey(contact)
      return matchers.some((matches) => matches(key))
    }
  }

  #filtersOf({ audience }: Reaching): readonly (ContactFilter | undefined)[] {
    return audience.filters.map((id) => this.#context.findFilter(id)?.filter)
  }

  #current(campaign: Reaching): Prepared | null {
    const known = this.#prepared.get(campaign)
    if (known === undefined) return null
    const filters = this.#filtersOf(campaign)
    const isCurrent =
      known.list === this.#context.list() &&
      known.revision === this.#context.lastContacted.revision &&
      known.filters.every((filter, index) => filter === filters[index])
    return isCurrent ? known : null
  }

  #keep(campaign: Reaching, list: readonly Contact[], people: readonly Contact[]): Prepared {
    const { revision } = this.#context.lastContacted
    const prepared = { list, filters: this.#filtersOf(campaign), revision, people }
    this.#prepared.set(campaign, prepared)
    return prepared
  }
}

const hasRules = ({ audience }: Reaching): boolean =>
  audience.tags_in.length > 0 || audience.filters.length > 0
