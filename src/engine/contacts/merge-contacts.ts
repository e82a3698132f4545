import { ADDRESS_FIELDS, type AddressField, type Contact, FULL_NAME } from '../../shared/domain/contact'
import { joinMarks } from './join-marks'

/** What two records of one human are joined of; ids and times are the caller's business. */
export type Person = Omit<Contact, '_id' | 'created_at' | 'updated_at'>

/** Which of two values stays when both are there: the list's or the newcomer's. */
export type Winner = 'first' | 'second'

/**
 * Joins two records of one human. The winner's values stay and its blanks are filled; tags and "do not contact" are
 * those of both, because neither may be lost. An address that cannot be sent to makes way for one that can.
 */
export function mergePeople<T extends Person>(first: T, second: Person, winner: Winner = 'first'): T {
  const [strong, weak] = winner === 'first' ? [first, second] : [second, first]
  const names = namesOf(strong) === '' ? weak : strong
  const merged: T = {
    ...first,
    first_name: names.first_name,
    last_name: names.last_name,
    email: strong.email === '' ? weak.email : strong.email,
    notes: strong.notes === '' ? weak.notes : strong.notes,
    timezone: strong.timezone === '' ? weak.timezone : strong.timezone,
    tags: union(first.tags, second.tags),
    custom: mergeCustom(strong, weak, names),
    do_not_contact: joinMarks(first.do_not_contact, second.do_not_contact),
    merged_ids: union(first.merged_ids, second.merged_ids),
    ...mergeAddresses(strong, weak)
  }
  return isSame(first, merged) ? first : merged
}

const namesOf = ({ first_name, last_name }: Person): string => `${first_name}${last_name}`

function union(first: string[], second: readonly string[]): string[] {
  const added = second.filter((item) => !first.includes(item))
  return added.length === 0 ? first : [...first, ...added]
}

/** A name in one piece belongs to the names that were taken, not to those that were not. */
function mergeCustom(strong: Person, weak: Person, names: Person): Record<string, string> {
  const custom = { ...weak.custom, ...strong.custom }
  const whole = names.custom[FULL_NAME]
  const { [FULL_NAME]: _other, ...rest } = custom
  return whole === undefined ? rest : { ...rest, [FULL_NAME]: whole }
}

function mergeAddresses(strong: Person, weak: Person): Pick<Person, AddressField | 'written' | 'invalid'> {
  const addresses: Record<AddressField, string> = { phone: '', whatsapp_number: '', telegram_username: '' }
  const written: Person['written'] = {}
  const invalid: AddressField[] = []
  for (const field of ADDRESS_FIELDS) {
    const isUsable = (person: Person) => person[field] !== '' && !person.invalid.includes(field)
    const source = isUsable(strong) || !isUsable(weak) ? (strong[field] === '' ? weak : strong) : weak
    addresses[field] = source[field]
    const typed = source.written[field]
    if (typed !== undefined) written[field] = typed
    if (source.invalid.includes(field)) invalid.push(field)
  }
  return { ...addresses, written, invalid }
}

/** Has anything but the times changed? Lists are compared by what they hold, objects whatever their order. */
function isSame(a: Person, b: Person): boolean {
  return (
    ADDRESS_FIELDS.every((field) => a[field] === b[field] && a.written[field] === b.written[field]) &&
    a.first_name === b.first_name &&
    a.last_name === b.last_name &&
    a.email === b.email &&
    a.notes === b.notes &&
    a.timezone === b.timezone &&
    a.tags === b.tags &&
    a.merged_ids === b.merged_ids &&
    a.do_not_contact === b.do_not_contact &&
    a.invalid.join() === b.invalid.join() &&
    isSameCustom(a.custom, b.custom)
  )
}

function isSameCustom(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
