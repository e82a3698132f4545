import { ADDRESS_FIELD, type ChannelId } from '../../shared/domain/channel'
import type { AddressField, Contact } from '../../shared/domain/contact'
import { digitsOf } from '../../shared/text/phone-digits'
import { type AddressReading, readAddress } from './address-key'

type Addressed = Pick<Contact, AddressField | 'invalid'>

/** A stored address by which people are known again; null when there is none or it cannot be sent to. */
export function storedKey(contact: Addressed, field: AddressField): string | null {
  const address = contact[field]
  if (address === '' || contact.invalid.includes(field)) return null
  // Stored numbers were read once (`normaliseAddresses`): their digits are those of the E.164 form.
  if (field === 'telegram_username') return `@${address.toLowerCase()}`
  const key = `+${digitsOf(address)}`
  // Nearly always the address itself, which then is in memory once.
  return key === address ? address : key
}

/** What `readAddress` says of a contact's own address, without reading the number anew (8 µs each, at 100,000). */
export function storedAddress(contact: Addressed, channel: ChannelId): AddressReading | null {
  const field = ADDRESS_FIELD[channel]
  const key = storedKey(contact, field)
  return key === null ? null : { to: contact[field], key }
}

/**
 * The key of an address that a run froze: it was read when it came in, so a number has the digits of its E.164 form (and
 * reading it anew for every delivery would cost more than sending it).
 */
export function frozenKey(channel: ChannelId, address: string, defaultCountry: string): string | null {
  if (channel !== 'telegram' && address.startsWith('+')) return `+${digitsOf(address)}`
  return readAddress(channel, address, defaultCountry)?.key ?? null
}

/** All addresses by which somebody is known: one human may use the same number for calls and for WhatsApp. */
export function personKeys(contact: Addressed): readonly string[] {
  const phone = storedKey(contact, 'phone')
  const whatsapp = storedKey(contact, 'whatsapp_number')
  const telegram = storedKey(contact, 'telegram_username')
  const keys: string[] = []
  if (whatsapp !== null) keys.push(whatsapp)
  if (phone !== null && phone !== whatsapp) keys.push(phone)
  if (telegram !== null) keys.push(telegram)
  return keys
}
