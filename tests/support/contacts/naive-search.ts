import type { Contact } from '../../../src/shared/domain/contact'
import type { ContactQuery } from '../../../src/shared/domain/contact-query'

/** Text without accents and case, the slow and plain way. */
export const plainText = (text: string): string =>
  Array.from(text.normalize('NFD'))
    .filter((character) => !/[\u0300-\u036f]/.test(character))
    .join('')
    .toLowerCase()
    .replaceAll('đ', 'd')

const ADDRESS_OF = { whatsapp: 'whatsapp_number', telegram: 'telegram_username', ai_call: 'phone' } as const

const isMarkedOn = ({ do_not_contact }: Contact, channel?: string): boolean =>
  do_not_contact === true || do_not_contact.some((mark) => channel === undefined || mark.channel === channel)

/** The name as it is read: as it was written once, as long as these are its words. */
function nameOf({ first_name, last_name, custom }: Contact): string {
  const name = `${first_name} ${last_name}`.trim()
  const written = custom['full_name'] ?? ''
  const isSame = written.split(' ').sort().join(' ') === name.split(' ').sort().join(' ')
  return plainText(isSame ? written : name)
}

function holdsText(contact: Contact, text: string): boolean {
  const words = plainText(text)
    .split(' ')
    .filter((word) => word !== '')
  const { first_name, last_name, email, telegram_username, tags, notes } = contact
  const telegram = telegram_username === '' ? '' : `@${telegram_username}`
  const own = [nameOf(contact), first_name, last_name, email, telegram, ...tags, notes]
  const haystack = plainText(own.join(' '))
  if (words.every((word) => haystack.includes(word))) return true
  if (!/^[\d+ ().\-/]+$/.test(text.trim()) || !/\d/.test(text)) return false
  const wanted = text.replace(/\D/g, '')
  const digits = wanted.replace(/^0*/, '') === '' ? wanted : wanted.replace(/^0*/, '')
  return [contact.phone, contact.whatsapp_number].some((number) => number.replace(/\D/g, '').includes(digits))
}

/** Whom a query finds, in which order: looked up one by one, with nothing remembered. */
export function naiveSearch(
  contacts: readonly Contact[],
  { filter, sort }: ContactQuery
): readonly Contact[] {
  const { channel, tags, do_not_contact, needs_check, contacted, text } = filter
  const found = contacts.filter((contact) => {
    if (channel !== null) {
      const field = ADDRESS_OF[channel]
      if (contact[field] === '' || contact.invalid.includes(field) || isMarkedOn(contact, channel))
        return false
    }
    if (tags.length > 0 && !tags.some((tag) => contact.tags.includes(tag))) return false
    if (do_not_contact !== 'any' && isMarkedOn(contact) !== (do_not_contact === 'yes')) return false
    if (needs_check && contact.invalid.length === 0) return false
    if (contacted === 'ever') return false
    return text.trim() === '' || holdsText(contact, text)
  })
  return [...found].sort((a, b) => {
    const byId = a._id < b._id ? -1 : 1
    const [first, second] = [nameOf(a), nameOf(b)]
    const isDescending = sort.by === 'name' && sort.descending
    const byName =
      first === second
        ? byId
        : first === ''
          ? 1
          : second === ''
            ? -1
            : (first < second ? -1 : 1) * (isDescending ? -1 : 1)
    if (sort.by === 'name' || sort.by === 'contacted') return byName
    const field = sort.by === 'added' ? 'created_at' : 'updated_at'
    if (a[field] === b[field]) return byName
    return (a[field] < b[field] ? -1 : 1) * (sort.descending ? -1 : 1)
  })
}
