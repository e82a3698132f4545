import { ObjectId } from 'bson'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import {
  ADDRESS_FIELDS,
  type AddressField,
  type Contact,
  CONTACT_LIMITS,
  EMAIL,
  FULL_NAME,
  fullName
} from '../../../shared/domain/contact'
import type { ImportProblem, ImportTarget } from '../../../shared/domain/contact-import'
import { instantSchema, isKnownZone, objectIdSchema } from '../../../shared/domain/primitives'
import { cleanAddress, cleanLine, cleanText } from '../clean-text'
import { joinMarks } from '../join-marks'
import { readAddresses } from '../normalise-contact'
import { splitNumbers } from '../phone-number'
import { customName, CustomFields } from './custom-fields'
import { foreignId } from './foreign-id'
import { type NameOrder, splitFullName } from './full-name'
import { readChannelMark, readDoNotContact } from './read-do-not-contact'
import type { SourceRecord, SourceValue } from './readers/source'
import { entriesOf, isList, textOf } from './source-text'
import { readTags } from './read-tags'

/** How records become people. */
export interface PersonOptions {
  readonly targetOf: (column: string) => ImportTarget
  /** The custom field that a column becomes; asked for every cell. */
  readonly customNameOf: (column: string) => string
  readonly nameOrder: NameOrder
  readonly phoneAsWhatsapp: boolean
  readonly defaultCountry: string
  /** Tags that everybody gets. */
  readonly tags: readonly string[]
  /** The time of the import, ISO. */
  readonly now: string
}

/** Somebody as the file describes them, in the form that is stored; `_id` is empty when the file gives none. */
export type PersonFields = Omit<Contact, 'updated_at' | 'created_at'> & {
  readonly created_at: string
  readonly updated_at: string
}

export interface ReadPerson {
  readonly row: number
  readonly person: PersonFields
  /** Doubts about a row that is taken. */
  readonly problems: readonly ImportProblem[]
}

export interface RejectedRow {
  readonly row: number
  readonly rejected: readonly ImportProblem[]
  readonly name: string
}

const LINES = ['first_name', 'middle_name', 'last_name', 'full_name', 'email', 'timezone'] as const

type Line = (typeof LINES)[number]

const isLine = (target: ImportTarget): target is Line => (LINES as readonly string[]).includes(target)
const isAddress = (target: ImportTarget): target is AddressField =>
  (ADDRESS_FIELDS as readonly string[]).includes(target)

const isSingle = (target: ImportTarget): boolean => isLine(target) || isAddress(target)

const LONGEST_VALUE_SHOWN = 60

const shown = (text: string): string =>
  text.length > LONGEST_VALUE_SHOWN ? `${text.slice(0, LONGEST_VALUE_SHOWN)}…` : text

/** Everything that the columns of one record hold, sorted by what they become. */
interface Sorted {
  readonly lines: Record<Line, string>
  readonly addresses: Record<AddressField, string>
  readonly columns: Partial<Record<ImportTarget, string>>
  readonly custom: CustomFields
  readonly tags: string[]
  readonly notes: string[]
  readonly own: Map<ImportTarget, SourceValue>
}

/** Turns one record into somebody, in the form that is stored, or says why that cannot be done. */
export function readPerson(record: SourceRecord, options: PersonOptions): ReadPerson | RejectedRow {
  const problems: ImportProblem[] = []
  const sorted = sortFields(record, options, problems)
  const { lines, own } = sorted
  const names = readNames(sorted, options)
  const email = lines.email
  if (email !== '' && !EMAIL.test(email)) {
    problems.push({ code: 'email_invalid', ...fieldOf(sorted, 'email'), value: shown(email) })
  }
  let timezone = lines.timezone
  if (timezone !== '' && !isKnownZone(timezone)) {
    problems.push({ code: 'timezone_unknown', ...fieldOf(sorted, 'timezone'), value: shown(timezone) })
    timezone = ''
  }
  if (options.phoneAsWhatsapp && sorted.addresses.whatsapp_number === '') {
    sorted.addresses.whatsapp_number = sorted.addresses.phone
  }
  const { addresses, findings } = readAddresses(sorted.addresses, options.defaultCountry)
  const keptInvalid = listedIn(record.fields.get('invalid'))
  const isCopied = options.phoneAsWhatsapp && sorted.columns.whatsapp_number === undefined
  for (const { field, code, value, stored } of findings) {
    if (field === 'whatsapp_number' && isCopied) continue
    // Loa's own file says that it keeps this number as one that cannot be sent to: then it is not refused either.
    const isKept = code === 'number_damaged' && keptInvalid.includes(field)
    problems.push({
      code: isKept ? 'number_invalid' : code,
      ...fieldOf(sorted, field),
      value: shown(value),
      ...(stored !== value && { detail: stored })
    })
  }
  const _id = readId(own.get('_id'), problems)
  let mark = readDoNotContact(own.get('do_not_contact'), options.now)
  for (const channel of CHANNEL_IDS) {
    mark = joinMarks(mark, readChannelMark(channel, own.get(`do_not_contact_${channel}`), options.now))
  }
  const person: PersonFields = {
    _id,
    first_name: names.first_name,
    last_name: names.last_name,
    ...addresses,
    written: { ...writtenIn(own.get('written'), addresses), ...addresses.written },
    email,
    notes: sorted.notes.join('\n'),
    tags:
      sorted.tags.length === 0 && options.tags.length === 0
        ? sorted.tags
        : [...new Set([...sorted.tags, ...options.tags])],
    timezone,
    do_not_contact: mark,
    custom: sorted.custom.all(),
    merged_ids: idsIn(own.get('merged_ids')),
    created_at: instantIn(own.get('created_at'), options.now),
    updated_at: instantIn(own.get('updated_at'), options.now)
  }
  const rejected = [
    ...problems.filter(({ code }) => code === 'number_damaged'),
    ...tooLong(person, sorted),
    ...(isNobody(person) ? [{ code: 'nothing_in_it' as const }] : [])
  ]
  const { row } = record
  return rejected.length > 0 ? { row, rejected, name: shown(fullName(person)) } : { row, person, problems }
}

function sortFields({ fields }: SourceRecord, options: PersonOptions, problems: ImportProblem[]): Sorted {
  const sorted: Sorted = {
    lines: { first_name: '', middle_name: '', last_name: '', full_name: '', email: '', timezone: '' },
    addresses: { phone: '', whatsapp_number: '', telegram_username: '' },
    columns: {},
    custom: new CustomFields(),
    tags: [],
    notes: [],
    own: new Map()
  }
  for (const [column, value] of fields) {
    const target = options.targetOf(column)
    if (target === 'ignore' || value === null || value === '') continue
    // One value a field: what another column says of it is kept under that column's name.
    if (isSingle(target) && sorted.columns[target] !== undefined)
      sorted.custom.add(options.customNameOf(column), textOf(value))
    else if (isLine(target)) sorted.lines[target] = cleanLine(textOf(value))
    else if (isAddress(target))
      sorted.addresses[target] = addressIn(column, target, value, sorted.custom, problems)
    else if (target === 'notes') sorted.notes.push(cleanText(textOf(value)))
    else if (target === 'tags') sorted.tags.push(...readTags(value))
    else if (target === 'zalo') sorted.custom.add('zalo', textOf(value))
    else if (target === 'custom') sorted.custom.add(options.customNameOf(column), textOf(value))
    else if (target === 'custom_fields')
      for (const [name, text] of entriesOf(value)) sorted.custom.add(customName(name), textOf(text))
    else sorted.own.set(target, value)
    sorted.columns[target] ??= column
  }
  return sorted
}

/** The first number of a cell; further ones are kept beside it. */
function addressIn(
  column: string,
  field: AddressField,
  value: SourceValue,
  custom: CustomFields,
  problems: ImportProblem[]
): string {
  const text = cleanAddress(textOf(value))
  if (field === 'telegram_username') return text
  const [first = '', ...others] = splitNumbers(text)
  others.forEach((other, index) => custom.add(`${field}_${index + 2}`, other))
  if (others.length > 0) {
    problems.push({ code: 'second_number', field: column, value: shown(text), detail: others.join(', ') })
  }
  return first
}

function readNames(
  { lines, custom }: Sorted,
  { nameOrder }: PersonOptions
): { readonly first_name: string; readonly last_name: string } {
  const { first_name, middle_name, last_name, full_name } = lines
  if (first_name === '' && last_name === '' && full_name !== '') {
    const split = splitFullName(full_name, nameOrder)
    if (split.last_name !== '') custom.addClean(FULL_NAME, full_name)
    return split
  }
  if (middle_name === '') {
    if (full_name !== '' && full_name !== `${first_name} ${last_name}`.trim())
      custom.addClean(FULL_NAME, full_name)
    return { first_name, last_name }
  }
  // A middle name belongs to the part of the name that is not called out.
  const names =
    nameOrder === 'family_first'
      ? { first_name, last_name: `${last_name} ${middle_name}`.trim() }
      : { first_name: `${first_name} ${middle_name}`.trim(), last_name }
  const whole =
    full_name !== '' || nameOrder === 'given_first'
      ? full_name
      : `${last_name} ${middle_name} ${first_name}`.trim()
  if (whole !== '' && whole !== `${names.first_name} ${names.last_name}`.trim())
    custom.addClean(FULL_NAME, whole)
  return names
}

function readId(value: SourceValue | undefined, problems: ImportProblem[]): string {
  const text = textOf(value).trim()
  if (text === '') return ''
  const parsed = objectIdSchema.safeParse(text)
  if (parsed.success) return parsed.data
  const detail = foreignId(text)
  problems.push({ code: 'id_replaced', value: shown(text), detail })
  return detail
}

const fieldOf = ({ columns }: Sorted, target: ImportTarget) => {
  const field = columns[target]
  return field === undefined ? {} : { field }
}

function tooLong(person: PersonFields, sorted: Sorted): ImportProblem[] {
  const problems: ImportProblem[] = []
  const check = (length: number, maximum: number, field: string) => {
    if (length <= maximum) return
    const whole = field === 'first_name' || field === 'last_name' ? sorted.columns.full_name : undefined
    const column = sorted.columns[field as ImportTarget] ?? whole ?? field
    problems.push({ code: 'too_long', field: column, detail: String(maximum) })
  }
  for (const field of ['first_name', 'last_name', ...ADDRESS_FIELDS, 'email', 'notes'] as const) {
    check(person[field].length, CONTACT_LIMITS[field], field)
  }
  check(
    person.tags.reduce((longest, tag) => Math.max(longest, tag.length), 0),
    CONTACT_LIMITS.tag,
    'tags'
  )
  check(person.tags.length, CONTACT_LIMITS.tags, 'tags')
  for (const [name, text] of Object.entries(person.custom))
    check(text.length, CONTACT_LIMITS.custom_value, name)
  if (Object.keys(person.custom).length > CONTACT_LIMITS.custom_fields) {
    problems.push({ code: 'too_long', field: 'custom', detail: String(CONTACT_LIMITS.custom_fields) })
  }
  return problems
}

/** A row with neither a name nor any way to reach somebody is nobody, unless it has an id and something to say. */
const isNobody = (person: PersonFields): boolean =>
  !(person._id !== '' && (person.notes !== '' || person.tags.length > 0)) &&
  person.first_name === '' &&
  person.last_name === '' &&
  person.email === '' &&
  ADDRESS_FIELDS.every((field) => person[field] === '')

/** The texts of a list; none of anything else. */
const listedIn = (value: SourceValue | undefined): readonly string[] =>
  typeof value === 'object' && value !== null && isList(value) ? value.map(textOf) : []

/** How an address was typed once, as far as it still belongs to the address that the file holds. */
function writtenIn(
  value: SourceValue | undefined,
  addresses: Pick<Contact, AddressField>
): Partial<Record<AddressField, string>> {
  if (value === undefined) return {}
  const written = new Map(entriesOf(value))
  return Object.fromEntries(
    ADDRESS_FIELDS.flatMap((field) => {
      const text = textOf(written.get(field))
      return text === '' || addresses[field] === '' ? [] : [[field, text]]
    })
  )
}

const idsIn = (value: SourceValue | undefined): string[] =>
  listedIn(value).filter((id) => ObjectId.isValid(id) && id.length === 24)

function instantIn(value: SourceValue | undefined, now: string): string {
  const text = textOf(value)
  if (text === '') return now
  const parsed = instantSchema.safeParse(text)
  if (!parsed.success) return now
  const instant = new Date(parsed.data).toISOString()
  return instant > now ? now : instant
}
