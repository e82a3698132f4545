import { CONTACT_PLACEHOLDERS, type ContactPlaceholder } from '../../shared/domain/message'
import { type Contact, fullName } from '../../shared/domain/contact'

/** What a text names of a contact, as its value is kept: `first_name`, `custom.Tên cột`. */
export type FieldKey = ContactPlaceholder | `custom.${string}`

/** The values of one person, by field. A field without a value has no entry. */
export type FieldValues = Readonly<Record<string, string>>

const CUSTOM = 'custom.'

/** Can be written behind a dot. A minus at the end would be read as the one of `-}}`. */
const PLAIN_NAME = /^[\p{L}_]([\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u

export const isContactPlaceholder = (name: string): name is ContactPlaceholder =>
  (CONTACT_PLACEHOLDERS as readonly string[]).includes(name)

/** The key of a field of the operator's own. */
export const customKey = (name: string): FieldKey => `${CUSTOM}${name}`

/** The operator's own name of a field; null for the fields that everybody has. */
export const customNameOf = (key: FieldKey): string | null =>
  key.startsWith(CUSTOM) ? key.slice(CUSTOM.length) : null

/** A field as it is written between the braces: `first_name`, `custom.company`, `custom["Ngày sinh"]`. */
export function placeholderOf(key: FieldKey): string {
  const name = customNameOf(key)
  if (name === null || PLAIN_NAME.test(name)) return key
  const quote = name.includes('"') && !name.includes("'") ? "'" : '"'
  const quoted = name.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return `custom[${quote}${quoted}${quote}]`
}

/** What a contact has in a field; empty when there is nothing. */
export function valueIn(contact: Contact, key: FieldKey): string {
  const name = customNameOf(key)
  if (name !== null) return customValue(contact.custom, name)
  return key === 'full_name' ? fullName(contact) : contact[key as Exclude<ContactPlaceholder, 'full_name'>]
}

/** Only those of these fields that the contact has: it is what a run's ledger keeps of each person. */
export function valuesIn(contact: Contact, keys: readonly FieldKey[]): FieldValues {
  const values: Record<string, string> = {}
  for (const key of keys) {
    const value = valueIn(contact, key)
    if (value !== '') values[key] = value
  }
  return values
}

/** Names are stored in NFC; a text that was typed or pasted elsewhere may not be. */
function customValue(custom: Contact['custom'], name: string): string {
  if (Object.hasOwn(custom, name)) return custom[name] ?? ''
  const normal = name.normalize('NFC')
  return Object.hasOwn(custom, normal) ? (custom[normal] ?? '') : ''
}
