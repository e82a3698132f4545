import { ObjectId } from 'bson'
import { dirname, join } from 'node:path'
import type { Contact } from '../../shared/domain/contact'
import type { ErasureView } from '../../shared/ipc/backup-views'
import { fail, ok, type Result } from '../../shared/result'
import type { DoNotContact } from '../contacts/do-not-contact'
import { EVERYWHERE } from '../contacts/do-not-contact'
import type { Merging } from '../contacts/merging'
import type { LogBook } from '../log/log-book'
import type { Clock, Ledgers, Log, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import type { DataFolder, ErasuresFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { eraseInLedger } from './erase-ledger'
import { eraseInLogs, erasedLogText } from './erase-log'
import { type Eraser, eraserOf } from './erase-text'
import { personTerms } from './person-terms'

type Pending = ErasuresFile['pending'][number]

export interface ErasuresContext {
  readonly clock: Clock
  readonly log: Log
  readonly book: Pick<LogBook, 'rewrite'>
  readonly data: DataFolder
  readonly ledgers: Pick<Ledgers, 'list'>
  readonly index: Pick<RunIndex, 'find'>
  readonly findContact: (id: string) => Contact | undefined
  readonly doNotContact: Pick<DoNotContact, 'suppress' | 'hashesOf'>
  readonly merging: Pick<Merging, 'forget'>
  readonly coordinator: Pick<RunCoordinator, 'withClosed' | 'openWith'>
  /** What the practice gateway has kept in memory. */
  readonly practice: { readonly inbox: () => unknown; readonly clear: () => void }
  /** A ledger says something else now. */
  readonly onRewritten: (runId: string) => void
  /** So do lines of the log that somebody may have read already. */
  readonly onLogRewritten: () => void
  readonly onChange: () => void
}

/** Reason of the addresses that are kept so that an erased person is never contacted again. */
const ERASED_REASON = 'erased'
const LOOK_MS = 2_000
const RETRY_MS = 60_000
/** Somebody else of the same name may be written to all the time. */
const MOST_PASSES = 3

/**
 * Erases people on request, each once and for good. First the wish is written down, with what must be looked for; then
 * the addresses are kept as hashes, so that from here on nothing is sent, and the person leaves the list; then, when no
 * open run has them, ledgers and logs are rewritten; last what was looked for is forgotten. Whatever is cut off is done
 * again from the start: every step finds nothing the second time.
 */
export class Erasures {
  readonly #context: ErasuresContext
  #finishing: Promise<void> | null = null
  #isReady = false
  #isStopped = false
  #nextMs = 0

  constructor(context: ErasuresContext) {
    this.#context = context
  }

  /** Newest first, those that wait in front. */
  list(): readonly ErasureView[] {
    const { pending, done } = this.#file
    return [
      ...pending.map(({ _id, asked_at, contact_ids }) => ({
        _id,
        asked_at,
        done_at: null,
        waits_for: this.#waitsFor(contact_ids)
      })),
      ...done.map(({ _id, asked_at, done_at }) => ({ _id, asked_at, done_at, waits_for: [] }))
    ].sort(
      (a, b) =>
        Number(a.done_at !== null) - Number(b.done_at !== null) || b.asked_at.localeCompare(a.asked_at)
    )
  }

  /** The names of the campaigns whose open runs have one of these contacts. */
  #waitsFor(contactIds: readonly string[]): readonly string[] {
    const { coordinator, index } = this.#context
    const names = coordinator.openWith(contactIds).flatMap((id) => index.find(id)?.campaign_name ?? [])
    return [...new Set(names)]
  }

  /** Erases somebody. Resolves when it is done, or when all that can be done before an open run is over. */
  async erase(contactId: string): Promise<Result<ErasureView>> {
    const { clock, data, findContact } = this.#context
    const contact = findContact(contactId)
    if (contact === undefined) return fail({ code: 'not_found' })
    const erasure: Pending = {
      _id: new ObjectId().toHexString(),
      contact_ids: [contact._id, ...contact.merged_ids],
      asked_at: isoOf(clock.nowMs()),
      ...lookedFor(contact),
      hashes: []
    }
    const noted = await data.erasures.update((file) => ({ ...file, pending: [...file.pending, erasure] }))
    if (!noted.ok) return noted
    const begun = await this.#begin([erasure])
    if (!begun.ok) return begun
    await this.#finishAll()
    return ok(
      this.list().find(({ _id }) => _id === erasure._id) ?? { ...erasure, done_at: null, waits_for: [] }
    )
  }

  /** After a start of the app, before any run goes on: whoever asked to be erased is in no list and gets nothing. */
  async resume(): Promise<void> {
    const { pending } = this.#file
    if (pending.length > 0) await this.#begin(pending)
  }

  /** Every run is known: from now on ledgers can be rewritten. */
  ready(): void {
    this.#isReady = true
    this.#nextMs = 0
  }

  /** Time has passed: a run that was waited for may be over. */
  tick(): void {
    const nowMs = this.#context.clock.monotonicMs()
    if (!this.#isReady || this.#file.pending.length === 0 || nowMs < this.#nextMs) return
    this.#nextMs = nowMs + LOOK_MS
    void this.#finishAll()
  }

  /** Lets the file that is being rewritten become whole; the rest goes on after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#finishing
  }

  get #file(): ErasuresFile {
    return this.#context.data.erasures.value
  }

  /** From here on nothing is sent to them. Every step is durable before the next. */
  async #begin(people: readonly Pending[]): Promise<Result<unknown>> {
    const { data, doNotContact, merging } = this.#context
    const kept = await doNotContact.suppress(
      people.flatMap(({ keys }) =>
        keys.map((key) => ({ channel: EVERYWHERE, key, reason: ERASED_REASON }) as const)
      )
    )
    if (!kept.ok) return kept
    const ids = new Set(people.flatMap(({ contact_ids }) => contact_ids))
    merging.forget(ids)
    const stays = ({ _id }: Contact): boolean => !ids.has(_id)
    const steps = [
      () =>
        data.contacts.update((file) => ({
          ...file,
          contacts: file.contacts.filter(stays),
          deleted: file.deleted.filter(stays)
        })),
      () =>
        data.imports.update((file) => ({
          ...file,
          added: file.added.filter((id) => !ids.has(id)),
          before: file.before.filter(stays)
        })),
      () => {
        const eraser = eraserOf(people)
        return data.drafts.update((file) => ({
          drafts: file.drafts.map((draft) => ({ ...draft, values: eraser.erase(draft.values) }))
        }))
      }
    ]
    for (const step of steps) {
      // Twice, because the version before stays beside the file as its last good copy.
      for (const _copy of ['file', 'copy']) {
        const written = await step()
        if (!written.ok) return written
      }
    }
    return ok(null)
  }

  /** Finishes those whom no open run has. A disk that refuses is asked again later. */
  async #finishAll(): Promise<void> {
    if (!this.#isReady || this.#isStopped) return
    this.#finishing ??= this.#finish()
      .catch((error: unknown) => {
        this.#nextMs = this.#context.clock.monotonicMs() + RETRY_MS
        const { code, message } = error as NodeJS.ErrnoException
        const text = `Somebody cannot be erased yet: ${code ?? message}`
        this.#context.log({ type: 'app', level: 'warning', text })
      })
      .finally(() => (this.#finishing = null))
    await this.#finishing
  }

  async #finish(): Promise<void> {
    const { clock, data, coordinator, doNotContact, log, onChange } = this.#context
    const people = this.#file.pending.filter(
      ({ contact_ids }) => coordinator.openWith(contact_ids).length === 0
    )
    if (people.length === 0) return
    const begun = await this.#begin(people)
    if (!begun.ok) throw new Error(begun.error.code)
    const eraser = eraserOf(people)
    // Until nothing is found any more: a run that was being frozen when the person left the list may have come since.
    for (let pass = 0; pass < MOST_PASSES && (await this.#pass(eraser)); pass += 1) {
      if (this.#isStopped) return
    }
    const isOpenAgain = people.some(({ contact_ids }) => coordinator.openWith(contact_ids).length > 0)
    if (this.#isStopped || isOpenAgain) return
    const done = new Map(people.map((each) => [each._id, each]))
    const at = isoOf(clock.nowMs())
    for (const _copy of ['file', 'copy']) {
      const written = await data.erasures.update(({ pending, ...file }) => ({
        pending: pending.filter(({ _id }) => !done.has(_id)),
        done: [
          ...[...done.values()].map(({ _id, contact_ids, asked_at, keys, hashes }) => ({
            _id,
            contact_ids,
            asked_at,
            done_at: at,
            hashes: [...new Set([...hashes, ...doNotContact.hashesOf(keys)])]
          })),
          ...file.done.filter(({ _id }) => !done.has(_id))
        ]
      }))
      if (!written.ok) throw new Error(written.error.code)
    }
    log({ type: 'app', level: 'info', text: `${people.length} erased from contacts, ledgers and logs` })
    onChange()
  }

  /** Goes through everything once. True when something was found, or could not be looked at. */
  async #pass(eraser: Eraser): Promise<boolean> {
    const { book, data, ledgers, coordinator, practice, onRewritten, onLogRewritten } = this.#context
    let found = false
    for (const runId of await ledgers.list()) {
      if (this.#isStopped) return true
      const isErased = await coordinator.withClosed(runId, async () => {
        const isRewritten = await eraseInLedger(join(data.ledgers, `${runId}.jsonl`), eraser)
        if (isRewritten) onRewritten(runId)
        return isRewritten
      })
      found ||= isErased
    }
    found = (await eraseInLogs(dirname(data.logFile), eraser)) > 0 || found
    if (eraser.concerns(Buffer.from(JSON.stringify(practice.inbox())))) practice.clear()
    if (book.rewrite(({ text }) => erasedLogText(text, eraser))) onLogRewritten()
    return found
  }
}

/** Only what is kept until it is done. */
function lookedFor(contact: Contact): Pick<Pending, 'keys' | 'names' | 'addresses'> {
  const { keys, names, addresses } = personTerms(contact)
  return { keys: [...keys], names: [...names], addresses: [...addresses] }
}
