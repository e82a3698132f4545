import { ADDRESS_FIELD, type ChannelId } from '../../shared/domain/channel'
import { type Contact, displayName } from '../../shared/domain/contact'
import type { FrozenAddress, FrozenContact } from '../ledger/ledger-record'
import { readPhoneNumber } from './phone-number'
import { readTelegramName } from './telegram-name'

/**
 * Freezes the people of a run: their names, their addresses on the channels of the flow, and why somebody will not be
 * sent to. Contacts that share an address get one delivery a channel; the first in the order keeps it.
 */
export function freezeContacts(
  contacts: readonly Contact[],
  flow: readonly ChannelId[],
  defaultCountry: string
): FrozenContact[] {
  const taken = new Set<string>()
  return contacts.map((contact) => ({
    type: 'contact',
    contact_id: contact._id,
    name: displayName(contact),
    addresses: Object.fromEntries(
      flow.map((channel) => [channel, freezeAddress(contact, channel, defaultCountry, taken)])
    )
  }))
}

function freezeAddress(
  contact: Contact,
  channel: ChannelId,
  defaultCountry: string,
  taken: Set<string>
): FrozenAddress {
  const text = contact[ADDRESS_FIELD[channel]]
  if (text === '') return { to: '', skip: 'no_address' }
  const reading = readAddress(channel, text, defaultCountry)
  if (reading === null) {
    return { to: text, skip: channel === 'telegram' ? 'invalid_username' : 'invalid_number' }
  }
  const key = `${channel} ${reading.key}`
  if (taken.has(key)) return { to: reading.to, skip: 'duplicate' }
  taken.add(key)
  return { to: reading.to }
}

/** The address as it is sent, and the form in which two of them are compared. */
function readAddress(
  channel: ChannelId,
  text: string,
  defaultCountry: string
): { readonly to: string; readonly key: string } | null {
  if (channel === 'telegram') {
    const { valid, name } = readTelegramName(text)
    return valid ? { to: name, key: name.toLowerCase() } : null
  }
  const reading = readPhoneNumber(text, defaultCountry)
  return reading.valid ? { to: reading.number, key: reading.e164 } : null
}
