import { ADDRESS_FIELD, type ChannelId, perChannel } from '../../shared/domain/channel'
import { type Contact, displayName } from '../../shared/domain/contact'
import type { FrozenAddress, FrozenContact } from '../ledger/ledger-record'
import { type FieldKey, valuesIn } from '../messages/field-names'
import { storedAddress } from './contact-keys'

export interface Freezing {
  readonly flow: readonly ChannelId[]
  /** One success a person is enough: who is a duplicate on one channel is one on all that follow. */
  readonly isFirstSuccess: boolean
  /** The channels on which a contact takes part; all of the flow when nothing is said. */
  readonly channelsOf?: (contactId: string) => readonly ChannelId[]
  /** Addresses that have had this message already, as `takenKey` writes them. */
  readonly taken?: Iterable<string>
  /** What the texts name of each person; none when nothing is filled in. */
  readonly fields?: readonly FieldKey[]
}

/** An address on a channel, as duplicates are found by it. */
export const takenKey = (channel: ChannelId, addressKey: string): string => `${channel} ${addressKey}`

/**
 * Freezes the people of a run: their names, their addresses on the channels of the flow, and why somebody will not be
 * sent to. Contacts that share an address get one delivery a channel; the first in the order keeps it.
 */
export function freezeContacts(contacts: readonly Contact[], freezing: Freezing): FrozenContact[] {
  return contacts.map(contactFreezer(freezing))
}

/** The same one by one, for a long list in pieces. Knows the addresses of those before. */
export function contactFreezer(freezing: Freezing): (contact: Contact) => FrozenContact {
  const { flow, channelsOf = () => flow, isFirstSuccess, fields = [] } = freezing
  const before = new Set(freezing.taken)
  // A set a channel: to put channel and address together for each of 300,000 takes as long as all the rest.
  const taken = perChannel((channel) => ({ channel, before, keys: new Set<string>() }))
  return (contact) => {
    const addresses: Partial<Record<ChannelId, FrozenAddress>> = {}
    let isDuplicate = false
    for (const channel of flow.filter((each) => channelsOf(contact._id).includes(each))) {
      const address = freezeAddress(contact, taken[channel], isDuplicate)
      isDuplicate ||= isFirstSuccess && address.skip === 'duplicate'
      addresses[channel] = address
    }
    const values = valuesIn(contact, fields)
    return {
      type: 'contact',
      contact_id: contact._id,
      name: displayName(contact),
      addresses,
      ...(Object.keys(values).length > 0 && { values })
    }
  }
}

/** The addresses of one channel that are taken: by those who were frozen, and by whoever had the message before. */
interface Taken {
  readonly channel: ChannelId
  readonly before: ReadonlySet<string>
  readonly keys: Set<string>
}

function freezeAddress(
  contact: Contact,
  { channel, before, keys }: Taken,
  isDuplicate: boolean
): FrozenAddress {
  const text = contact[ADDRESS_FIELD[channel]]
  if (text === '') return { to: '', skip: 'no_address' }
  const reading = storedAddress(contact, channel)
  if (reading === null) {
    return { to: text, skip: channel === 'telegram' ? 'invalid_username' : 'invalid_number' }
  }
  const isTaken = keys.has(reading.key) || (before.size > 0 && before.has(takenKey(channel, reading.key)))
  if (isDuplicate || isTaken) return { to: reading.to, skip: 'duplicate' }
  keys.add(reading.key)
  return { to: reading.to }
}
