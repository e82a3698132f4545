import { ObjectId } from 'bson'
import { isDeepStrictEqual } from 'node:util'
import { CHANNEL_IDS, perChannel } from '../../../shared/domain/channel'
import {
  ADDRESS_FIELDS,
  type Contact,
  displayName,
  type DoNotContactMark,
  markedChannels
} from '../../../shared/domain/contact'
import type {
  ImportCheck,
  ImportOptions,
  ImportProblem,
  RowOutcome
} from '../../../shared/domain/contact-import'
import { canReach } from '../../../shared/domain/reach'
import { inPieces } from '../../pieces'
import { personKeys } from '../contact-keys'
import { joinMarks } from '../join-marks'
import { mergePeople } from '../merge-contacts'
import type { PersonFields, ReadPerson, RejectedRow } from './read-person'
import { RowReports } from './row-reports'

/** What a plan must know of the list that the file goes into. */
export interface ImportTargetList {
  readonly list: readonly Contact[]
  readonly find: (id: string) => Contact | undefined
  /** Who has an address already. */
  readonly having: (key: string) => readonly Contact[]
  /** Marks that an address carries, whoever has it. */
  readonly inheritedMark: (person: PersonFields) => DoNotContactMark
}

const SHOWN_PROBLEMS = 200

/** The row that named an id first, and who it was. */
interface Claim {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly keys: readonly string[]
}

/**
 * What becomes of each row, and the list as it would be: one human once, however the file or the list spell the address.
 * Nothing is stored by it.
 */
export class ImportPlan {
  readonly #target: ImportTargetList
  readonly #known: ImportOptions['known']
  readonly #now: string
  readonly #added = new Map<string, Contact>()
  readonly #changed = new Map<string, Contact>()
  /** What the file says of people who are in the list, all rows of one human together. */
  readonly #told = new Map<string, PersonFields>()
  /** People of this file, by what they are known by: a later row of the same human joins the first. */
  readonly #knownOfFile = new Map<string, string>()
  readonly #claims = new Map<string, Claim>()
  readonly #forbidden: PersonFields[] = []
  readonly #touched = new Set<string>()
  #withoutAddress: ReadonlyMap<string, string> | null = null
  readonly #reports = new RowReports()
  #doubtful = 0

  constructor(target: ImportTargetList, known: ImportOptions['known'], now: string) {
    this.#target = target
    this.#known = known
    this.#now = now
  }

  /** Takes the next row of the file. */
  add(read: ReadPerson | RejectedRow): void {
    if ('rejected' in read) {
      this.#report(read.row, 'rejected', read.name, read.rejected)
      return
    }
    const { row, problems } = read
    const person = this.#withOwnId(read)
    const claim = person._id === '' ? undefined : this.#claims.get(person._id)
    if (claim !== undefined && !isSamePerson(claim, person)) {
      this.#report(row, 'rejected', nameOf(person), [{ code: 'id_repeated', detail: String(claim.row) }])
      return
    }
    const known = claim?.id ?? this.#find(person)
    const id = known ?? this.#addPerson(person)
    const outcome = known === undefined ? 'added' : this.#join(known, person)
    this.#remember(row, id, person)
    this.#report(row, outcome, problems.length === 0 ? '' : nameOf(person), problems)
  }

  /**
   * Small ids like "17" are those of many systems: when the list has somebody else under one, the row is somebody new.
   */
  #withOwnId({ person, problems }: ReadPerson): PersonFields {
    if (!problems.some(({ code }) => code === 'id_replaced')) return person
    const present = this.#target.find(person._id)
    if (present === undefined) return person
    const known = { name: nameOf(present), keys: personKeys(present) }
    const isKnown = known.name === nameOf(person) || isSamePerson(known, person)
    return isKnown ? person : { ...person, _id: '' }
  }

  get newcomers(): number {
    return this.#added.size
  }

  /** People who come to the list. */
  get added(): readonly Contact[] {
    return [...this.#added.values()]
  }

  /** People of the list who change, by id, as they would be. */
  get changed(): ReadonlyMap<string, Contact> {
    return this.#changed
  }

  /** Who must not be contacted, with an address that nobody in the list will have: it stays forbidden all the same. */
  get forbidden(): readonly PersonFields[] {
    return this.#forbidden
  }

  /** Every row, in the order of the file. */
  get reports(): RowReports {
    return this.#reports
  }

  get counts(): Readonly<Record<RowOutcome, number>> {
    return this.#reports.counts
  }

  /** What the plan comes to. Counted in pieces: a file of 100,000 people may touch all of the list. */
  async check(): Promise<ImportCheck> {
    const pieces = inPieces()
    const reach = perChannel(() => 0)
    let whatsapp_by_phone = 0
    for (const id of this.#touched) {
      const person = this.#current(id)
      if (person === undefined) continue
      for (const channel of CHANNEL_IDS) reach[channel] += Number(canReach(person, channel))
      whatsapp_by_phone += Number(hasPhoneOnly(person))
      if (pieces.isDue()) await pieces.rest()
    }
    return {
      rows: this.#reports.rows,
      counts: this.#reports.counts,
      doubtful: this.#doubtful,
      reach,
      whatsapp_by_phone,
      problems: this.#reports.firstFlagged(SHOWN_PROBLEMS),
      problem_count: this.#reports.flagged
    }
  }

  /** Marked with what the addresses carry that somebody has now; what made way for another address is not his. */
  #marked(contact: Contact): Contact {
    const mark = joinMarks(contact.do_not_contact, this.#target.inheritedMark(contact))
    return mark === contact.do_not_contact ? contact : { ...contact, do_not_contact: mark }
  }

  /** The same human in the list or in an earlier row: by the id, by an address, or by all there is. */
  #find(person: PersonFields): string | undefined {
    const own = person._id === '' ? undefined : this.#target.find(person._id)
    if (own !== undefined) return own._id
    const keys = personKeys(person)
    const rest = restOf(person)
    for (const key of keys.length === 0 && rest !== null ? [rest] : keys) {
      const id = this.#knownOfFile.get(key)
      if (id !== undefined) return id
    }
    for (const key of keys) {
      const present = this.#target.having(key)[0]
      if (present !== undefined) return present._id
    }
    return keys.length > 0 || rest === null ? undefined : this.#byRest().get(rest)
  }

  #addPerson(person: PersonFields): string {
    const _id = person._id === '' ? new ObjectId().toHexString() : person._id
    this.#added.set(_id, this.#marked({ ...person, _id }))
    return _id
  }

  #join(id: string, person: PersonFields): RowOutcome {
    const alias = person._id === '' || person._id === id ? [] : [person._id]
    const row = { ...person, merged_ids: [...person.merged_ids, ...alias].filter((each) => each !== id) }
    const newcomer = this.#added.get(id)
    const outcome = newcomer === undefined ? this.#joinKnown(id, row) : this.#joinNewcomer(newcomer, row)
    const kept = personKeys(this.#current(id) ?? person)
    if (isMarked(person) && personKeys(person).some((key) => !kept.includes(key)))
      this.#forbidden.push(person)
    return outcome
  }

  #joinNewcomer(newcomer: Contact, row: PersonFields): RowOutcome {
    const merged = mergePeople(newcomer, row)
    if (merged === newcomer) return 'unchanged'
    this.#added.set(newcomer._id, { ...this.#marked(merged), updated_at: this.#now })
    return 'merged'
  }

  /** Rows of one human are one person before he meets the list: it makes no difference which of them says what. */
  #joinKnown(id: string, row: PersonFields): RowOutcome {
    const isSkipping = this.#known === 'skip'
    const present = this.#target.find(id)
    if (present === undefined) return 'skipped'
    const before = this.#told.get(id)
    const told = before === undefined ? row : mergePeople(before, row)
    this.#told.set(id, told)
    const joined = isSkipping
      ? onlyMarked(present, told)
      : mergePeople(present, told, this.#known === 'overwrite' ? 'second' : 'first')
    if (joined === present) return isSkipping ? 'skipped' : 'unchanged'
    const changed = { ...(isSkipping ? joined : this.#marked(joined)), updated_at: this.#now }
    if (isDeepStrictEqual(changed, this.#changed.get(id))) {
      return isSkipping ? 'skipped' : 'unchanged'
    }
    this.#changed.set(id, changed)
    return 'merged'
  }

  #current(id: string): Contact | undefined {
    return this.#added.get(id) ?? this.#changed.get(id) ?? this.#target.find(id)
  }

  /** The first row that says something decides whom it is about. */
  #remember(row: number, id: string, person: PersonFields): void {
    this.#touched.add(id)
    const keys = personKeys(person)
    if (person._id !== '' && !this.#claims.has(person._id)) {
      this.#claims.set(person._id, { row, id, name: nameOf(person), keys })
    }
    for (const key of [...keys, restOf(person)]) {
      if (key !== null && !this.#knownOfFile.has(key)) this.#knownOfFile.set(key, id)
    }
  }

  /** People of the list by what is left of them without a usable address; first those who have nothing else. */
  #byRest(): ReadonlyMap<string, string> {
    if (this.#withoutAddress !== null) return this.#withoutAddress
    const found = new Map<string, string>()
    const take = (contact: Contact) => {
      const rest = restOf(contact)
      if (rest !== null && !found.has(rest)) found.set(rest, contact._id)
    }
    for (const contact of this.#target.list) if (!hasUsableAddress(contact)) take(contact)
    for (const contact of this.#target.list) if (hasUsableAddress(contact)) take(contact)
    return (this.#withoutAddress = found)
  }

  #report(row: number, outcome: RowOutcome, name: string, problems: readonly ImportProblem[]): void {
    if (outcome !== 'rejected' && problems.length > 0) this.#doubtful += 1
    this.#reports.add(row, outcome, name, problems)
  }
}

const nameOf = (person: Parameters<typeof displayName>[0]): string => displayName(person)

/** Is the row that names an id again about the same human as the one that named it first? */
function isSamePerson(claim: Pick<Claim, 'name' | 'keys'>, person: PersonFields): boolean {
  const keys = personKeys(person)
  return keys.length === 0 || claim.keys.length === 0
    ? claim.name === nameOf(person)
    : keys.some((key) => claim.keys.includes(key))
}

const hasUsableAddress = (person: PersonFields): boolean =>
  ADDRESS_FIELDS.some((field) => person[field] !== '' && !person.invalid.includes(field))

/**
 * What somebody without a usable address is known by: the e-mail address, else everything that is said. Those who have
 * an address can be met by their e-mail address too.
 */
function restOf(person: PersonFields): string | null {
  const { first_name, last_name, email, notes, custom } = person
  if (email !== '') return `mailto:${email.toLowerCase()}`
  if (hasUsableAddress(person)) return null
  const addresses = ADDRESS_FIELDS.map((field) => person[field])
  return JSON.stringify([first_name, last_name, notes, ...addresses, Object.entries(custom).sort()])
}

const isMarked = ({ do_not_contact }: PersonFields): boolean =>
  do_not_contact === true || do_not_contact.length > 0

/** Known people are left alone, but a wish not to be contacted is never ignored. */
function onlyMarked(present: Contact, { do_not_contact }: PersonFields): Contact {
  const mark = joinMarks(present.do_not_contact, do_not_contact)
  return mark === present.do_not_contact ? present : { ...present, do_not_contact: mark }
}

/** Could be reached on WhatsApp if the phone number counted as one of WhatsApp. */
const hasPhoneOnly = (person: Contact): boolean =>
  person.whatsapp_number === '' &&
  person.phone !== '' &&
  !person.invalid.includes('phone') &&
  !markedChannels(person).includes('whatsapp')
