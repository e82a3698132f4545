import type { Contact } from '../../../shared/domain/contact'
import { foldText, holdsWords, queryWords } from '../../ui/fold-text'
import { digitsOf, numberQuery } from '../../ui/phone-digits'

interface SearchKey {
  readonly name: string
  readonly text: string
  readonly digits: string
}

// One key a contact object: folding 100,000 names on every keystroke would be felt, and a changed contact is a new object.
const keys = new WeakMap<Contact, SearchKey>()

function keyOf(contact: Contact): SearchKey {
  const known = keys.get(contact)
  if (known !== undefined) return known
  const name = foldText(`${contact.first_name} ${contact.last_name}`.trim())
  const { phone, whatsapp_number, telegram_username, email, notes } = contact
  const key: SearchKey = {
    name,
    text: `${name}\n${phone}\n${whatsapp_number}\n@${foldText(telegram_username)}\n${foldText(email)}\n${foldText(notes)}`,
    digits: `${digitsOf(phone)}\n${digitsOf(whatsapp_number)}`
  }
  keys.set(contact, key)
  return key
}

/** The contacts that a search finds: accents and case do not count, numbers match in any spacing. */
export function findContacts(contacts: readonly Contact[], query: string): readonly Contact[] {
  const words = queryWords(query)
  if (words.length === 0) return contacts
  const digits = numberQuery(query)
  return contacts.filter((contact) => {
    const key = keyOf(contact)
    return holdsWords(key.text, words) || (digits !== null && key.digits.includes(digits))
  })
}

export type SortDirection = 'ascending' | 'descending'

/** By name as it is read, accents only deciding between equals; contacts without a name come last either way. */
export function sortByName(contacts: readonly Contact[], direction: SortDirection): readonly Contact[] {
  const sign = direction === 'ascending' ? 1 : -1
  const rows = contacts.map((contact) => ({ contact, name: keyOf(contact).name }))
  rows.sort((a, b) => {
    if (a.name === b.name) return 0
    if (a.name === '') return 1
    if (b.name === '') return -1
    return a.name < b.name ? -sign : sign
  })
  return rows.map((row) => row.contact)
}
