import type { DeliveryRecord, LedgerRecord } from './ledger-record'

/** In place of a line: the delivery keeps all that it has. */
const KEPT = -1

/**
 * Finds the lines of a finished ledger that tell nothing any more, as its records are read: the intent of a delivery
 * that was asked for once, whose outcome says how long it took. A delivery that was asked for more than once, or whose
 * request was cut off, keeps every line, so that each attempt can be told later; so does every decision of the operator.
 */
export class Compaction {
  #lines = 0
  /** By delivery: the line of its intent, while its outcome is not known. */
  readonly #intents = new Map<string, number>()
  /** The same of what is unknown: it may yet be sent again. */
  readonly #unknown = new Map<string, number>()
  readonly #overtaken = new Set<number>()

  /** The next line of the ledger. */
  add(record: LedgerRecord): void {
    const line = this.#lines
    this.#lines += 1
    switch (record.type) {
      case 'sending':
        // A second one means that the first had to wait.
        this.#intents.set(keyOf(record), this.#intents.has(keyOf(record)) ? KEPT : line)
        return
      case 'again':
        this.#unknown.delete(keyOf(record))
        this.#intents.set(keyOf(record), KEPT)
        return
      case 'outcome':
        this.#settle(keyOf(record), record)
        return
      default:
        return
    }
  }

  /** The lines that can go, counted from 0. Ask when all were added. */
  overtaken(): ReadonlySet<number> {
    for (const line of this.#unknown.values()) this.#overtaken.add(line)
    return this.#overtaken
  }

  #settle(delivery: string, { state, duration_ms }: Extract<LedgerRecord, { type: 'outcome' }>): void {
    const line = this.#intents.get(delivery) ?? KEPT
    this.#intents.delete(delivery)
    // Without a duration only the intent knows when the request left.
    if (line === KEPT || duration_ms === undefined) return
    if (state === 'unknown') this.#unknown.set(delivery, line)
    else this.#overtaken.add(line)
  }
}

const keyOf = ({ contact_id, channel }: DeliveryRecord): string => `${contact_id}.${channel}`
