import { type Contact, fullName } from '../../../../shared/domain/contact'
import { digitsOf } from '../../../../shared/text/phone-digits'
import { MERGE_FIELDS, type MergeField, type MergeOrder } from '../../../../shared/domain/contact-merge'

/** What the operator chose: field -> id of the contact whose value stays. */
export type Picks = Readonly<Partial<Record<MergeField, string>>>

/** A contact's value of a field as it is shown. */
export function valueOf(contact: Contact, field: MergeField): string {
  if (field === 'name') return fullName(contact)
  const value = contact[field]
  return field === 'telegram_username' && value !== '' ? `@${value.replace(/^@/, '')}` : value
}

const isUnusable = (contact: Contact, field: MergeField): boolean =>
  (contact.invalid as readonly string[]).includes(field)

/** Whose value stays when nothing is chosen, as the engine does it: the first one that can be used, else the first. */
function firstWith(contacts: readonly Contact[], field: MergeField): Contact | undefined {
  const having = contacts.filter((contact) => valueOf(contact, field) !== '')
  return having.find((contact) => !isUnusable(contact, field)) ?? having[0]
}

/** Two spellings of one number, or of one Telegram name, are the same value. */
function meaningOf(contact: Contact, field: MergeField): string {
  if (field === 'phone' || field === 'whatsapp_number') return digitsOf(contact[field]) || contact[field]
  return field === 'telegram_username' ? contact[field].toLowerCase() : valueOf(contact, field)
}

/** Is there anything to choose? Blanks are filled without asking. */
export const differs = (contacts: readonly Contact[], field: MergeField): boolean =>
  new Set(contacts.map((contact) => meaningOf(contact, field)).filter((value) => value !== '')).size > 1

/** Whose value of a field stays; undefined when nobody has one. */
export function keptFrom(contacts: readonly Contact[], field: MergeField, picks: Picks): Contact | undefined {
  const picked = contacts.find(({ _id }) => _id === picks[field])
  return picked !== undefined && valueOf(picked, field) !== '' ? picked : firstWith(contacts, field)
}

/** The order for the engine: exactly what the last column shows. */
export function orderOf(contacts: readonly Contact[], picks: Picks): MergeOrder {
  const values: Partial<Record<MergeField, string>> = {}
  for (const field of MERGE_FIELDS) {
    const kept = keptFrom(contacts, field, picks)
    if (kept !== undefined && differs(contacts, field)) values[field] = kept._id
  }
  return { ids: contacts.map(({ _id }) => _id), values }
}
