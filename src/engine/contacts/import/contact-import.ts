import { ObjectId } from 'bson'
import { basename } from 'node:path'
import type { Contact } from '../../../shared/domain/contact'
import type {
  ImportCheck,
  ImportDone,
  ImportOptions,
  ImportPreview,
  ImportProgress,
  ImportPurpose,
  LastImport,
  RowReport
} from '../../../shared/domain/contact-import'
import type { CampaignImportCheck } from '../../../shared/ipc/contact-views'
import { fail, ok, type Result } from '../../../shared/result'
import { type ReadCampaigns, readCampaigns, storeCampaigns } from '../../campaigns/campaign-import'
import type { Clock } from '../../ports'
import { inPieces } from '../../pieces'
import type { Collection } from '../../store/collection'
import type { CampaignsFile, ContactsFile, ImportsFile } from '../../store/data-folder'
import { isoOf } from '../../system-clock'
import type { DoNotContact } from '../do-not-contact'
import type { Marks } from '../marks'
import type { KnownAddresses, PeopleByAddress } from '../people-by-address'
import { ImportPlan } from './plan-import'
import { SuppressionPlan } from './plan-suppression'
import { type OpenFile, previewFile, type SaidOptions } from './preview-file'
import type { PeopleOrder, PeopleReader } from './read-people'
import type { PersonFields, ReadPerson, RejectedRow } from './read-person'
import { inspectFile } from './readers/open-source'
import { failureOf } from './source-failure'
import { undoImport } from './undo-import'

export interface ContactImportContext {
  readonly clock: Clock
  readonly contacts: Collection<ContactsFile>
  readonly imports: Collection<ImportsFile>
  readonly find: (id: string) => Contact | undefined
  readonly people: PeopleByAddress
  readonly campaigns: Collection<CampaignsFile>
  readonly doNotContact: Pick<DoNotContact, 'inheritedMark' | 'keep'>
  readonly marks: Pick<Marks, 'suppress'>
  readonly defaultCountry: () => string
  readonly read: PeopleReader
  readonly onProgress: (progress: ImportProgress) => void
}

interface CheckedPeople {
  readonly purpose: 'contacts'
  readonly plan: ImportPlan
  readonly source: readonly Contact[]
  readonly fileName: string
  readonly at: string
}

interface CheckedSuppressions {
  readonly purpose: 'do_not_contact'
  readonly plan: SuppressionPlan
  readonly reason: string
}

interface CheckedCampaigns extends ReadCampaigns {
  readonly purpose: 'campaigns'
}

/** A plan takes row after row. */
interface RowTaker {
  /** So many contacts would come to the list. */
  readonly newcomers: number
  add(read: ReadPerson | RejectedRow): void
}

/** More people than the list is made for: the window and the memory of a small computer end somewhere. */
export const MOST_CONTACTS = 500_000

/**
 * Takes people out of a file, in steps that the operator sees: look at its head, check all of it, then put it into the
 * list in one durable write. Until that write nothing has changed; after it, one call undoes all of it.
 */
export class ContactImport {
  readonly #context: ContactImportContext
  #open: OpenFile | null = null
  #checked: CheckedPeople | CheckedSuppressions | CheckedCampaigns | null = null
  #running: AbortController | null = null
  #isCommitting = false

  constructor(context: ContactImportContext) {
    this.#context = context
  }

  /** Opens a file, guessing everything. */
  async open(path: string, purpose?: ImportPurpose): Promise<Result<ImportPreview>> {
    this.close()
    const inspected = await inspectFile(path)
    if (!inspected.ok) return fail(failureOf(inspected.error))
    const { kind, encoding, delimiter, hasHeader, sizeBytes } = inspected.value
    this.#open = { path, kind, sizeBytes }
    return this.#preview({
      purpose: purpose ?? null,
      encoding,
      delimiter,
      has_header: hasHeader,
      columns: [],
      name_order: null,
      phone_as_whatsapp: false,
      known: 'merge',
      tags: [],
      reason: ''
    })
  }

  /** The head of the open file, read as the operator says. */
  async preview(options: ImportOptions): Promise<Result<ImportPreview>> {
    return this.#preview(options)
  }

  /** Reads the whole file and says what would become of each row. Nothing is stored. */
  async check(options: ImportOptions): Promise<Result<ImportCheck>> {
    const file = this.#open
    if (file === null) return fail({ code: 'no_import' })
    this.cancel()
    this.#checked = null
    const running = new AbortController()
    this.#running = running
    const { people, contacts, doNotContact } = this.#context
    const addresses = await people.ready()
    const source = contacts.value.contacts
    const at = isoOf(this.#context.clock.nowMs())
    const fileName = basename(file.path)
    const { reason, purpose } = options
    const checked: CheckedPeople | CheckedSuppressions =
      purpose === 'do_not_contact'
        ? {
            purpose,
            reason: reason === '' ? fileName : reason,
            plan: new SuppressionPlan((person) => doNotContact.inheritedMark(person).length > 0)
          }
        : { purpose: 'contacts', plan: this.#newPlan(source, addresses, options, at), source, fileName, at }
    const read = await this.#readInto(checked.plan, this.#order(file, options, at), file, running.signal)
    if (this.#running === running) this.#running = null
    if (running.signal.aborted) return fail({ code: 'cancelled' })
    if (!read.ok) return read
    if (contacts.value.contacts !== source) return this.check(options)
    this.#checked = checked
    return ok(await checked.plan.check())
  }

  /** Reads campaigns of the reference system. Nothing is stored. */
  async checkCampaigns(options: ImportOptions): Promise<Result<CampaignImportCheck>> {
    if (this.#open === null) return fail({ code: 'no_import' })
    this.#checked = null
    const { path, kind } = this.#open
    const { encoding, delimiter, has_header: hasHeader } = options
    const choice = { kind, encoding, delimiter, hasHeader }
    const now = isoOf(this.#context.clock.nowMs())
    const read = await readCampaigns(path, choice, this.#context.campaigns, now)
    if (!read.ok) return read
    this.#checked = { purpose: 'campaigns', ...read.value }
    return ok(read.value.check)
  }

  /** Makes what was checked true, in one durable write: afterwards all of it is there, or nothing. */
  async commit(): Promise<Result<ImportDone>> {
    const checked = this.#checked
    if (checked === null || this.#isCommitting) return fail({ code: 'no_import' })
    this.#isCommitting = true
    try {
      return await this.#commitChecked(checked)
    } finally {
      this.#isCommitting = false
    }
  }

  async #commitChecked(
    checked: CheckedPeople | CheckedSuppressions | CheckedCampaigns
  ): Promise<Result<ImportDone>> {
    switch (checked.purpose) {
      case 'contacts':
        return this.#commitPeople(checked)
      case 'do_not_contact': {
        const { plan, reason } = checked
        const marked = await this.#context.marks.suppress(plan.addresses, reason)
        return marked.ok
          ? ok({ purpose: 'do_not_contact', counts: plan.counts, marked: marked.value })
          : marked
      }
      case 'campaigns': {
        const stored = await storeCampaigns(checked.campaigns, this.#context.campaigns)
        return stored.ok ? ok({ purpose: 'campaigns', campaigns: stored.value }) : stored
      }
    }
  }

  async #commitPeople(checked: CheckedPeople): Promise<Result<ImportDone>> {
    const { contacts, imports, doNotContact } = this.#context
    // What was checked was checked against the list as it was: after a change it must be checked again.
    if (contacts.value.contacts !== checked.source) return fail({ code: 'list_changed' })
    const { plan, at, fileName } = checked
    const before = [...plan.changed.keys()].flatMap((id) => this.#context.find(id) ?? [])
    const last: LastImport = {
      id: new ObjectId().toHexString(),
      file_name: fileName,
      at,
      counts: { ...plan.counts }
    }
    // Addresses that "overwrite" takes from somebody who must not be contacted stay forbidden, and those that nobody gets.
    const kept = await doNotContact.keep([...before, ...plan.forbidden])
    if (!kept.ok) return kept
    // First what undoes it: without its id in the list it means nothing, so a crash in between leaves the old list.
    const earlier = imports.value
    const noted = await imports.update(() => ({
      last: { ...last, counts: { ...plan.counts } },
      added: plan.added.map(({ _id }) => _id),
      before
    }))
    if (!noted.ok) return noted
    const stored = await contacts.update((file) =>
      file.contacts === checked.source
        ? { ...file, contacts: listAfter(file.contacts, plan), last_import: last.id }
        : file
    )
    if (stored.ok && stored.value.last_import === last.id) return ok({ purpose: 'contacts', ...last })
    // The import before can still be undone.
    await imports.update(() => earlier)
    return stored.ok ? fail({ code: 'list_changed' }) : stored
  }

  /** Every row with its outcome, of the file that was checked last. */
  report(): readonly RowReport[] {
    if (this.#checked === null) return []
    const checked = this.#checked
    return checked.purpose === 'campaigns' ? checked.check.problems : [...checked.plan.reports.all()]
  }

  /** The last import, as long as it can be undone. */
  last(): LastImport | null {
    const { last } = this.#context.imports.value
    if (last?.id !== this.#context.contacts.value.last_import) return null
    const { id, file_name, at, counts } = last
    return { id, file_name, at, counts }
  }

  /** Takes the last import back. Gives how many people changed since and therefore stay. */
  async undo(): Promise<Result<number>> {
    const { last, added, before } = this.#context.imports.value
    if (last === null || this.last() === null) return fail({ code: 'nothing_to_undo' })
    const { contacts, doNotContact } = this.#context
    // Addresses that only the import brought stay forbidden.
    const concerned = new Set([...added, ...before.map(({ _id }) => _id)])
    const kept = await doNotContact.keep(contacts.value.contacts.filter(({ _id }) => concerned.has(_id)))
    if (!kept.ok) return kept
    let stays = 0
    const stored = await contacts.update((file) => {
      const undone = undoImport(file.contacts, { at: last.at, added, before })
      stays = undone.stays
      return { ...file, contacts: undone.contacts, last_import: '' }
    })
    if (!stored.ok) return stored
    await this.#context.imports.update(() => ({ last: null, added: [], before: [] }))
    return ok(stays)
  }

  /** Stops a check that is under way. */
  cancel(): void {
    this.#running?.abort()
  }

  /** Forgets the open file. */
  close(): void {
    this.cancel()
    this.#open = null
    this.#checked = null
  }

  async #preview(said: SaidOptions): Promise<Result<ImportPreview>> {
    if (this.#open === null) return fail({ code: 'no_import' })
    return previewFile(this.#open, said, this.#context.defaultCountry(), isoOf(this.#context.clock.nowMs()))
  }

  #newPlan(
    list: readonly Contact[],
    addresses: KnownAddresses,
    { known }: ImportOptions,
    at: string
  ): ImportPlan {
    const { doNotContact, find } = this.#context
    const target = {
      list,
      find,
      having: (key: string) => addresses.having(key),
      inheritedMark: (person: PersonFields) => doNotContact.inheritedMark(person)
    }
    return new ImportPlan(target, known, at)
  }

  #order(file: OpenFile, options: ImportOptions, now: string): PeopleOrder {
    return { path: file.path, kind: file.kind, options, defaultCountry: this.#context.defaultCountry(), now }
  }

  async #readInto(
    plan: RowTaker,
    order: PeopleOrder,
    file: OpenFile,
    signal: AbortSignal
  ): Promise<Result<null>> {
    const pieces = inPieces()
    const batches = this.#context.read(order, signal)
    let rows = 0
    for (;;) {
      const { value, done } = await batches.next()
      if (done === true) {
        if (!value.ok) return fail(failureOf(value.error))
        return ok(null)
      }
      for (const person of value.people) {
        plan.add(person)
        if (pieces.isDue()) await pieces.rest()
      }
      rows += value.people.length
      this.#context.onProgress({ read_bytes: value.readBytes, size_bytes: file.sizeBytes, rows })
      const isOver = plan.newcomers + this.#context.contacts.value.contacts.length > MOST_CONTACTS
      if (isOver || signal.aborted) {
        await batches.return({ ok: true, value: { records: rows } })
        return isOver
          ? fail({ code: 'too_many_contacts', params: { maximum: MOST_CONTACTS, row: rows } })
          : ok(null)
      }
    }
  }
}

const listAfter = (contacts: readonly Contact[], plan: ImportPlan): Contact[] => {
  const { changed, added } = plan
  return [...contacts.map((contact) => changed.get(contact._id) ?? contact), ...added]
}
