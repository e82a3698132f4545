import type { ChannelId } from '../../shared/domain/channel'
import type { FrozenContact } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import { Fifo } from './fifo'

/** May a delivery overtake the contact's earlier one on that channel, because the earlier one only waits? */
export type Overtakes = (earlier: ChannelId) => boolean

interface ChannelQueue {
  /** Contacts whose earlier channels are over. */
  readonly inOrder: Fifo
  /** Contacts with an earlier channel that has not had its turn. */
  readonly ahead: Fifo
  /** Contacts whose delivery may not go out before an instant (quiet hours), epoch milliseconds. */
  readonly deferred: Map<number, number>
  /** Contacts that were passed over because a request of theirs was in flight: they keep their place. */
  readonly parked: Set<number>
}

/** Deliveries that wait for an instant, epoch milliseconds. */
export interface Deferred {
  readonly count: number
  readonly firstMs: number
  readonly lastMs: number
}

/**
 * Which contact a channel serves next (design: one contact). Only the contact's own request in flight holds its next
 * channel; an earlier channel that waits for its turn may be overtaken, unless the run wants one success a contact:
 * then the channels follow each other strictly.
 */
export class RunQueue {
  readonly #state: RunState
  readonly #isStrict: boolean
  readonly #queues = new Map<ChannelId, ChannelQueue>()
  readonly #busy = new Set<number>()

  constructor(state: RunState) {
    this.#state = state
    this.#isStrict = state.head.policies.delivery === 'first_success'
    for (const channel of state.head.flow) {
      const queue = { inOrder: new Fifo(), ahead: new Fifo(), deferred: new Map(), parked: new Set<number>() }
      this.#queues.set(channel, queue)
    }
    state.contacts.forEach((_contact, index) => this.offer(index))
  }

  contact(index: number): FrozenContact {
    const contact = this.#state.contacts[index]
    if (contact === undefined) throw new RangeError(`There is no contact ${index}`)
    return contact
  }

  /** The next contact that the channel may serve, marked as busy until it is released; null when there is none now. */
  take(channel: ChannelId, overtakes: Overtakes): number | null {
    const queue = this.#queue(channel)
    for (let index = queue.inOrder.shift(); index !== undefined; index = queue.inOrder.shift()) {
      if (!this.#isWaiting(index, channel)) continue
      if (this.#busy.has(index)) queue.parked.add(index)
      else return this.#taken(index)
    }
    return this.#isStrict ? null : this.#takeAhead(channel, queue, overtakes)
  }

  /** The same, only when the one at the front is a contact that `isIt` holds for. */
  takeIf(channel: ChannelId, isIt: (index: number) => boolean): number | null {
    const { inOrder } = this.#queue(channel)
    for (let index = inOrder.peek(); index !== undefined; index = inOrder.peek()) {
      if (this.#isWaiting(index, channel)) {
        if (this.#busy.has(index) || !isIt(index)) return null
        inOrder.shift()
        return this.#taken(index)
      }
      inOrder.shift()
    }
    return null
  }

  /** A contact's request, or the attempt at one, is over: its channels may be served again. */
  release(index: number): void {
    this.#busy.delete(index)
    this.offer(index)
  }

  /** Puts a contact's waiting deliveries where their channels find them. Doing it twice is harmless. */
  offer(index: number): void {
    const contact = this.contact(index)
    let isFirst = true
    for (const channel of this.#state.channelsOf(contact)) {
      const { state } = this.#state.entry(contact.contact_id, channel)
      if (state !== 'queued' && state !== 'sending') continue
      const queue = this.#queue(channel)
      if (state === 'queued' && !queue.deferred.has(index)) {
        const wasParked = queue.parked.delete(index)
        if (!isFirst) queue.ahead.push(index)
        else if (wasParked) queue.inOrder.putBack(index)
        else queue.inOrder.push(index)
      }
      isFirst = false
    }
  }

  /** The delivery waits until an instant (epoch milliseconds); the contact's other channels do not. */
  defer(index: number, channel: ChannelId, untilMs: number): void {
    this.#queue(channel).deferred.set(index, untilMs)
  }

  isDeferred(index: number, channel: ChannelId): boolean {
    return this.#queue(channel).deferred.has(index)
  }

  /** How many deliveries of a channel wait for an instant, and the first and the last of those instants. */
  deferredOn(channel: ChannelId): Deferred {
    const instants = this.#queue(channel).deferred
    let firstMs = Infinity
    let lastMs = -Infinity
    for (const untilMs of instants.values()) {
      firstMs = Math.min(firstMs, untilMs)
      lastMs = Math.max(lastMs, untilMs)
    }
    return { count: instants.size, firstMs, lastMs }
  }

  /** Lets deliveries go whose instant has come. True when there were any. */
  wake(nowMs: number): boolean {
    let woken = false
    for (const [channel, { deferred }] of this.#queues) {
      for (const [index, untilMs] of deferred) {
        if (untilMs > nowMs) continue
        deferred.delete(index)
        this.#reoffer(index, channel)
        woken = true
      }
    }
    return woken
  }

  /** Contacts with a delivery that is queued on the channel, in the frozen order. */
  *waitingOn(channel: ChannelId): Generator<number> {
    for (const [index, { contact_id, addresses }] of this.#state.contacts.entries()) {
      if (addresses[channel] === undefined || this.#busy.has(index)) continue
      if (this.#state.entry(contact_id, channel).state === 'queued') yield index
    }
  }

  #takeAhead(channel: ChannelId, { ahead, parked }: ChannelQueue, overtakes: Overtakes): number | null {
    for (let index = ahead.peek(); index !== undefined; index = ahead.peek()) {
      if (!this.#isWaiting(index, channel)) ahead.shift()
      else if (this.#busy.has(index)) {
        ahead.shift()
        parked.add(index)
      } else if (!this.#mayOvertake(index, channel, overtakes)) return null
      else {
        ahead.shift()
        return this.#taken(index)
      }
    }
    return null
  }

  #mayOvertake(index: number, channel: ChannelId, overtakes: Overtakes): boolean {
    const contact = this.contact(index)
    const channels = this.#state.channelsOf(contact)
    return channels
      .slice(0, channels.indexOf(channel))
      .filter((earlier) => this.#state.entry(contact.contact_id, earlier).state === 'queued')
      .every((earlier) => this.isDeferred(index, earlier) || overtakes(earlier))
  }

  #isWaiting(index: number, channel: ChannelId): boolean {
    const { state } = this.#state.entry(this.contact(index).contact_id, channel)
    return state === 'queued' && !this.isDeferred(index, channel)
  }

  #reoffer(index: number, channel: ChannelId): void {
    this.#queue(channel).parked.add(index)
    if (!this.#busy.has(index)) this.offer(index)
  }

  #taken(index: number): number {
    this.#busy.add(index)
    return index
  }

  #queue(channel: ChannelId): ChannelQueue {
    const queue = this.#queues.get(channel)
    if (queue === undefined) throw new Error(`${channel} is not in the flow`)
    return queue
  }
}
