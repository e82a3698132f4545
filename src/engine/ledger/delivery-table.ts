import { type ChannelId, perChannel } from '../../shared/domain/channel'
import {
  DELIVERY_STATES,
  type DeliveryCounts,
  type DeliveryState,
  noDeliveries,
  type Outcome
} from '../../shared/domain/delivery'
import type { FrozenContact } from './ledger-record'

/** The state of one delivery; `at` is when it got there. */
export interface DeliveryEntry {
  readonly state: DeliveryState
  readonly at?: string
  readonly outcome?: Outcome
  /** Answers that told Loa to come back later. */
  readonly attempts?: number
  /** The retry that took it over. */
  readonly claimedBy?: string
}

/** A delivery that no record names yet. */
export const QUEUED: DeliveryEntry = { state: 'queued' }

/** What stands in a channel's states where a contact takes no part. */
const NO_DELIVERY = 0xff

interface ChannelColumn {
  /** By position, so that looking for a state among 100,000 contacts touches nothing but these bytes. */
  readonly states: Uint8Array
  /** Undefined while no record names the delivery. */
  readonly entries: (DeliveryEntry | undefined)[]
  readonly counts: Record<DeliveryState, number>
}

/**
 * The deliveries of a run by contact and channel. A contact's position is its place in the frozen order.
 *
 * @param positions by contact id, when whoever read the contacts has them already: 100,000 in one go are felt
 */
export class DeliveryTable {
  readonly #contacts: readonly FrozenContact[]
  #positions: ReadonlyMap<string, number> | null
  readonly #columns: Readonly<Record<ChannelId, ChannelColumn>>

  constructor(
    flow: readonly ChannelId[],
    contacts: readonly FrozenContact[],
    positions: ReadonlyMap<string, number> | null
  ) {
    this.#contacts = contacts
    this.#positions = positions
    this.#columns = perChannel((channel) => {
      const column = emptyColumn(contacts.length)
      if (flow.includes(channel)) queueAll(column, channel, contacts)
      return column
    })
  }

  positionOf(contactId: string): number | undefined {
    this.#positions ??= new Map(this.#contacts.map(({ contact_id }, position) => [contact_id, position]))
    return this.#positions.get(contactId)
  }

  /** Null where the contact takes no part in the run on that channel, and where there is no such position. */
  stateAt(position: number, channel: ChannelId): DeliveryState | null {
    return DELIVERY_STATES[this.#columns[channel].states[position] ?? NO_DELIVERY] ?? null
  }

  /** A delivery that no record names yet is `queued`. */
  entryAt(position: number, channel: ChannelId): DeliveryEntry {
    return this.#columns[channel].entries[position] ?? QUEUED
  }

  /** How many deliveries of the channel are in each state, as it stands: the numbers go on changing. */
  countsOn(channel: ChannelId): DeliveryCounts {
    return this.#columns[channel].counts
  }

  /** The position must be one where the contact takes part. */
  put(position: number, channel: ChannelId, entry: DeliveryEntry): void {
    const { states, entries, counts } = this.#columns[channel]
    counts[this.entryAt(position, channel).state] -= 1
    counts[entry.state] += 1
    states[position] = CODE_OF[entry.state]
    entries[position] = entry
  }
}

const CODE_OF = Object.fromEntries(DELIVERY_STATES.map((state, code) => [state, code])) as Readonly<
  Record<DeliveryState, number>
>

const emptyColumn = (length: number): ChannelColumn => ({
  states: new Uint8Array(length).fill(NO_DELIVERY),
  entries: new Array<DeliveryEntry | undefined>(length),
  counts: { ...noDeliveries }
})

function queueAll(
  { states, counts }: ChannelColumn,
  channel: ChannelId,
  contacts: readonly FrozenContact[]
): void {
  contacts.forEach(({ addresses }, position) => {
    if (addresses[channel] === undefined) return
    states[position] = CODE_OF.queued
    counts.queued += 1
  })
}
