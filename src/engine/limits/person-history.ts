import type { FrequencyCap } from '../../shared/domain/settings'
import type { Clock } from '../ports'

const DAY_MS = 86_400_000

interface Message {
  readonly deliveryId: string
  readonly atMs: number
}

/**
 * What each person was sent over all campaigns, for the frequency cap. A person is known by contact id and by every
 * address, so two contacts that share a number share their count.
 */
export class PersonHistory {
  readonly #clock: Clock
  readonly #cap: () => FrequencyCap
  readonly #messages = new Map<string, Message[]>()

  constructor(clock: Clock, cap: () => FrequencyCap) {
    this.#clock = clock
    this.#cap = cap
  }

  /** A message is on its way to that person, or has arrived, or may have. */
  add(keys: readonly string[], deliveryId: string, atMs: number): void {
    for (const key of keys) {
      const known = this.#messages.get(key)
      if (known === undefined) this.#messages.set(key, [{ deliveryId, atMs }])
      else if (!known.some((message) => message.deliveryId === deliveryId)) known.push({ deliveryId, atMs })
    }
  }

  /** It turned out that certainly nothing arrived. */
  remove(keys: readonly string[], deliveryId: string): void {
    for (const key of keys) {
      const known = this.#messages.get(key)
      if (known !== undefined) {
        this.#messages.set(
          key,
          known.filter((message) => message.deliveryId !== deliveryId)
        )
      }
    }
  }

  /**
   * Has this person had as many messages as the cap allows in its period? A delivery that is sent once more does not
   * stand in its own way.
   */
  isFull(keys: readonly string[], forDelivery: string): boolean {
    const { on, messages, days } = this.#cap()
    if (!on) return false
    const sinceMs = this.#clock.nowMs() - days * DAY_MS
    const recent = new Set<string>()
    for (const key of keys) {
      for (const { deliveryId, atMs } of this.#messages.get(key) ?? []) {
        // A time in the future is one of a clock that was wrong: it counts.
        if (atMs > sinceMs && deliveryId !== forDelivery) recent.add(deliveryId)
      }
    }
    return recent.size >= messages
  }
}
