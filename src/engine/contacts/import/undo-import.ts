import type { Contact } from '../../../shared/domain/contact'
import { joinMarks } from '../join-marks'

interface Undoable {
  readonly at: string
  readonly added: readonly string[]
  readonly before: readonly Contact[]
}

/**
 * The list without an import: people that it added are gone, people that it changed are as they were. Who was changed
 * since stays as he is, and nobody loses a "do not contact".
 */
export function undoImport(
  contacts: readonly Contact[],
  { at, added, before }: Undoable
): { readonly contacts: Contact[]; readonly stays: number } {
  const newcomers = new Set(added)
  const earlier = new Map(before.map((contact) => [contact._id, contact]))
  let stays = 0
  const left = contacts.flatMap((contact) => {
    const isNew = newcomers.has(contact._id)
    const old = earlier.get(contact._id)
    if (!isNew && old === undefined) return [contact]
    if (contact.updated_at > at) {
      stays += 1
      return [contact]
    }
    return old === undefined
      ? []
      : [{ ...old, do_not_contact: joinMarks(old.do_not_contact, contact.do_not_contact) }]
  })
  return { contacts: left, stays }
}
