import type { Contact } from '../../shared/domain/contact'
import { inPieces } from '../pieces'
import { personKeys } from './contact-keys'
import type { PeopleByAddress } from './people-by-address'

/** Contacts that are one human, by a number or a Telegram name that they share. */
export interface DuplicateGroup {
  /** The one that was there first in front. */
  readonly contacts: readonly Contact[]
  /** What they share. */
  readonly keys: readonly string[]
}

/** Finds contacts that share an address, over the whole list; who shares with one of them belongs to all of them. */
export async function findDuplicates(people: PeopleByAddress): Promise<readonly DuplicateGroup[]> {
  const known = await people.ready()
  const pieces = inPieces()
  const groups: DuplicateGroup[] = []
  const grouped = new Set<string>()
  for (const shared of known.shared()) {
    const first = shared[0]
    if (first === undefined || grouped.has(first._id)) continue
    const members = new Map<string, Contact>()
    const keys = new Set<string>()
    const queue: Contact[] = [first]
    for (let contact = queue.pop(); contact !== undefined; contact = queue.pop()) {
      if (members.has(contact._id)) continue
      members.set(contact._id, contact)
      for (const key of personKeys(contact)) {
        const others = known.having(key)
        if (others.length > 1) keys.add(key)
        queue.push(...others)
      }
    }
    for (const id of members.keys()) grouped.add(id)
    groups.push({ contacts: [...members.values()].sort(byAge), keys: [...keys] })
    if (pieces.isDue()) await pieces.rest()
  }
  return groups
}

const byAge = (a: Contact, b: Contact): number =>
  a.created_at === b.created_at ? (a._id < b._id ? -1 : 1) : a.created_at < b.created_at ? -1 : 1
