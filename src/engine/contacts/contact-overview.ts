import { type Contact, markedChannels } from '../../shared/domain/contact'
import type { ContactOverview } from '../../shared/ipc/contact-views'
import { inPieces } from '../pieces'

/** Counts what the filters of the list offer; the most used tags come first. */
export async function contactOverview(
  contacts: readonly Contact[]
): Promise<Omit<ContactOverview, 'duplicate_groups'>> {
  const pieces = inPieces()
  const tags = new Map<string, number>()
  let needs_check = 0
  let do_not_contact = 0
  for (const contact of contacts) {
    for (const tag of contact.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    if (contact.invalid.length > 0) needs_check += 1
    if (markedChannels(contact).length > 0) do_not_contact += 1
    if (pieces.isDue()) await pieces.rest()
  }
  return {
    all: contacts.length,
    tags: [...tags]
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)),
    needs_check,
    do_not_contact
  }
}
