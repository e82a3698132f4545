import type { Contact } from '../../shared/domain/contact'
import { requestsSince } from '../ledger/sending-history'
import type { Clock, Ledgers, RunIndex } from '../ports'
import type { Sendable } from '../runner/run-context'

interface Last {
  readonly atMs: number
  /** Which request it was: only that one can be taken back. */
  readonly request: string
  readonly beforeMs: number | null
}

/**
 * When each contact was last sent a live message. The ledgers know it; they are read when somebody asks for the first
 * time, and then followed.
 */
export class LastContacted {
  readonly #clock: Clock
  readonly #ledgers: Ledgers
  readonly #index: RunIndex
  readonly #last = new Map<string, Last>()
  #learning: Promise<void> | null = null
  #isReady = false
  #revision = 0

  readonly #onReady: () => void

  constructor(clock: Clock, ledgers: Ledgers, index: RunIndex, onReady: () => void) {
    this.#onReady = onReady
    this.#clock = clock
    this.#ledgers = ledgers
    this.#index = index
  }

  /** Counts up with every change. */
  get revision(): number {
    return this.#revision
  }

  /** The ledgers were read: before that nobody knows who was never contacted. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** Resolves when the ledgers were read. */
  ready(): Promise<void> {
    this.#learning ??= this.#learn().catch((error: unknown) => {
      this.#learning = null
      throw error
    })
    return this.#learning
  }

  /** Epoch milliseconds; null = never. What was sent to the contacts that became part of this one counts. */
  atMs({ _id, merged_ids }: Pick<Contact, '_id' | 'merged_ids'>): number | null {
    const own = this.#atMs(_id)
    if (merged_ids.length === 0) return own
    const all = merged_ids.flatMap((id) => this.#atMs(id) ?? [])
    return own === null && all.length === 0 ? null : Math.max(own ?? 0, ...all)
  }

  /** A request leaves. */
  noteLeft({ gateway, contactId, deliveryId }: Sendable): void {
    if (gateway.id !== 'practice') this.#note(contactId, deliveryId, this.#clock.nowMs())
  }

  /** It turned out that certainly nothing arrived. */
  noteNotReached({ contactId, deliveryId }: Sendable): void {
    const last = this.#last.get(contactId)
    if (last?.request !== deliveryId) return
    if (last.beforeMs === null) this.#last.delete(contactId)
    else this.#last.set(contactId, { atMs: last.beforeMs, request: '', beforeMs: null })
    this.#revision += 1
  }

  #atMs(contactId: string): number | null {
    return this.#last.get(contactId)?.atMs ?? null
  }

  async #learn(): Promise<void> {
    for await (const request of requestsSince(this.#ledgers, this.#index, 0)) {
      if (request.isReached) this.#note(request.contactId, request.deliveryId, request.atMs)
    }
    this.#isReady = true
    this.#onReady()
  }

  #note(contactId: string, request: string, atMs: number): void {
    const beforeMs = this.#atMs(contactId)
    if (beforeMs !== null && beforeMs >= atMs) return
    this.#last.set(contactId, { atMs, request, beforeMs })
    this.#revision += 1
  }
}
