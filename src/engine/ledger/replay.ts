import type { FrozenContact, LedgerHead, LedgerRecord } from './ledger-record'
import { RunState } from './run-state'

/** Makes a run from the records of its ledger, as they are read. */
export class Replay {
  #head: LedgerHead | null = null
  readonly #contacts: FrozenContact[] = []
  readonly #positions = new Map<string, number>()
  #state: RunState | null = null
  /** What came before the head was complete: there is some only in a damaged ledger. */
  readonly #early: LedgerRecord[] = []

  add(record: LedgerRecord): void {
    if (this.#state !== null) this.#state.apply(record)
    else if (record.type === 'head') this.#head ??= record
    else if (record.type === 'contact') this.#addContact(record)
    else if (record.type === 'ready' && record.contacts === this.#contacts.length) this.#begin()
    else this.#early.push(record)
  }

  /**
   * The run, or null when its head is incomplete: then nothing was sent. In a damaged ledger the head may have been
   * complete and requests may have left, so whatever is known of the run counts as one that began.
   */
  run({ damaged }: { readonly damaged: boolean }): RunState | null {
    if (this.#state !== null || !damaged) return this.#state
    const state = this.#begin()
    for (const record of this.#early) state?.apply(record)
    return state
  }

  #addContact(contact: FrozenContact): void {
    this.#positions.set(contact.contact_id, this.#contacts.length)
    this.#contacts.push(contact)
  }

  #begin(): RunState | null {
    if (this.#head !== null) this.#state = new RunState(this.#head, this.#contacts, this.#positions)
    return this.#state
  }
}
