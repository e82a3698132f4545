import { ADDRESS_FIELD, type ChannelId, perChannel } from './channel'
import type { Contact } from './contact'

/** Marked "do not contact" on every channel. */
export const isBlocked = ({ do_not_contact }: Contact): boolean => do_not_contact === true

/** Has the contact a usable address for the channel, and may it be used? The engine has the last word. */
export function canReach(contact: Contact, channel: ChannelId): boolean {
  const field = ADDRESS_FIELD[channel]
  if (contact[field] === '' || contact.invalid.includes(field)) return false
  const blocked = contact.do_not_contact
  return blocked !== true && !blocked.some((block) => block.channel === channel)
}

/** How many of the contacts each channel reaches. */
export const reachOf = (contacts: readonly Contact[]): Readonly<Record<ChannelId, number>> =>
  perChannel((channel) => contacts.reduce((count, contact) => count + Number(canReach(contact, channel)), 0))
