import type { ChannelId } from '../../shared/domain/channel'
import type {
  DeliveryCell,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRef,
  DeliveryRow
} from '../../shared/domain/delivery'
import { queryWords } from '../../shared/text/fold-text'
import type { RunState } from '../ledger/run-state'
import { inPieces } from '../pieces'
import { findPeople, type PersonKey, personKeys } from './person-keys'

/** Reading the clock for each of 100,000 contacts would be felt. */
const ITEMS_A_LOOK = 128

/** What a query finds: the contacts by their position in the run, and how many of their deliveries. */
interface Found {
  readonly positions: readonly number[]
  readonly deliveries: number
}

/** An answer, and what it holds for. */
interface Answer extends Found {
  readonly query: string
  readonly revision: number
}

/**
 * Finds deliveries of one run, finished or under way. People never change in a run, so who is found by a text is found
 * once; states change all the time, and going through all of them takes a few milliseconds.
 */
export class DeliverySearch {
  readonly #state: RunState
  #keys: Promise<readonly PersonKey[]> | null = null
  #people: { readonly text: string; readonly positions: Promise<readonly number[]> } | null = null
  #answer: Answer | null = null

  constructor(state: RunState) {
    this.#state = state
  }

  /** A part of the contacts with a delivery that the query finds, in the order of the run. */
  async page(query: DeliveryQuery, offset: number, limit: number): Promise<DeliveryPage> {
    const people = await this.#peopleNamed(query.text)
    // From here on nothing may come between: the cells are those that were found.
    const { positions, deliveries } = this.#find(query, people)
    return {
      rows: positions.slice(offset, offset + limit).map((position) => this.#row(position, query)),
      found_contacts: positions.length,
      found_deliveries: deliveries
    }
  }

  /** Every delivery that the query finds. */
  async refs(query: DeliveryQuery): Promise<readonly DeliveryRef[]> {
    const { positions } = this.#find(query, await this.#peopleNamed(query.text))
    const pieces = inPieces()
    const refs: DeliveryRef[] = []
    for (const [index, position] of positions.entries()) {
      for (const channel of this.#state.head.flow) {
        if (this.#matches(position, channel, query)) refs.push({ contact_id: this.#idAt(position), channel })
      }
      if (index % ITEMS_A_LOOK === 0 && pieces.isDue()) await pieces.rest()
    }
    return refs
  }

  #find(query: DeliveryQuery, people: readonly number[] | null): Found {
    const id = JSON.stringify(query)
    const { revision } = this.#state
    if (this.#answer?.query !== id || this.#answer.revision !== revision) {
      this.#answer = { query: id, revision, ...this.#scan(query, people) }
    }
    return this.#answer
  }

  /** Null for everybody. */
  async #peopleNamed(text: string): Promise<readonly number[] | null> {
    // Whoever looks at a run is likely to type next.
    const keys = (this.#keys ??= personKeys(this.#state.contacts))
    if (queryWords(text).length === 0) return null
    if (this.#people?.text !== text) {
      this.#people = { text, positions: keys.then((all) => findPeople(all, text)) }
    }
    return this.#people.positions
  }

  #scan(query: DeliveryQuery, people: readonly number[] | null): Found {
    const positions: number[] = []
    let deliveries = 0
    const { flow } = this.#state.head
    const look = (position: number) => {
      let matching = 0
      for (const channel of flow) if (this.#matches(position, channel, query)) matching += 1
      if (matching > 0) positions.push(position)
      deliveries += matching
    }
    if (people !== null) people.forEach(look)
    else for (let position = 0; position < this.#state.contacts.length; position += 1) look(position)
    return { positions, deliveries }
  }

  #matches(position: number, channel: ChannelId, { state, channel: wanted }: DeliveryQuery): boolean {
    if (wanted !== 'all' && wanted !== channel) return false
    const present = this.#state.stateAt(position, channel)
    return present !== null && (state === 'all' || state === present)
  }

  #row(position: number, query: DeliveryQuery): DeliveryRow {
    const contact = this.#state.contacts[position]
    if (contact === undefined) throw new RangeError(`There is no contact ${position}`)
    const cells: Partial<Record<ChannelId, DeliveryCell>> = {}
    for (const channel of this.#state.channelsOf(contact)) {
      const { state, at, outcome } = this.#state.entryAt(position, channel)
      const reason = outcome?.reason
      const missing = reason?.code === 'missing_value' ? reason.detail : undefined
      cells[channel] = {
        state,
        ...(at !== undefined && { at }),
        ...(reason !== undefined && { reason: reason.code }),
        ...(missing !== undefined && { missing }),
        matches: this.#matches(position, channel, query)
      }
    }
    return { contact_id: contact.contact_id, contact_name: contact.name, cells }
  }

  #idAt(position: number): string {
    return this.#state.contacts[position]?.contact_id ?? ''
  }
}
