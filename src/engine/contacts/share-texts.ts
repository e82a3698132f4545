import type { z } from 'zod'
import type { contactSchema } from '../../shared/domain/contact'

/** A contact as it was read, still its reader's own. */
export type ReadContact = z.infer<typeof contactSchema>

/** Names that come again and again; a list with more different ones gains little from looking at all of them. */
const MOST_NAMES = 10_000

/** Nobody changes a list of a contact in place. */
const NONE = Object.freeze([]) as unknown as never[]
const NOTHING = Object.freeze({})

/**
 * Lets the contacts of a list that is read share in memory what is the same in them: the same number for calls and for
 * WhatsApp, the instant of an import, family names, lists that are empty. Nothing of what they say changes.
 *
 * @returns takes the contacts one after the other, in the order of the list; each is its caller's own
 */
export function sharingTexts(): (contact: ReadContact) => ReadContact {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size < MOST_NAMES) names.set(text, text)
    return text
  }
  let addedAt = ''
  return (contact) => {
    contact.first_name = nameOf(contact.first_name)
    contact.last_name = nameOf(contact.last_name)
    if (contact.whatsapp_number === contact.phone) contact.whatsapp_number = contact.phone
    if (contact.created_at === addedAt) contact.created_at = addedAt
    else addedAt = contact.created_at
    if (contact.updated_at === addedAt) contact.updated_at = addedAt
    if (contact.tags.length === 0) contact.tags = NONE
    if (contact.invalid.length === 0) contact.invalid = NONE
    if (contact.merged_ids.length === 0) contact.merged_ids = NONE
    if (contact.do_not_contact !== true && contact.do_not_contact.length === 0) contact.do_not_contact = NONE
    if (Object.keys(contact.written).length === 0) contact.written = NOTHING
    if (Object.keys(contact.custom).length === 0) contact.custom = NOTHING
    return contact
  }
}
