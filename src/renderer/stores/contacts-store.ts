import { create } from 'zustand'
import type { Contact, ContactDraft } from '../../shared/domain/contact'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface ContactsState extends Loadable {
  readonly contacts: readonly Contact[]
}

export const useContactsStore = create<ContactsState>(() => ({ ...notLoaded, contacts: [] }))

/** Reads all contacts; the last answer wins. */
export const loadContacts = coalesced(async () => {
  const result = await loa.listContacts()
  useContactsStore.setState(result.ok ? { ...loaded, contacts: result.value } : loadFailed(result.error))
})

/** Creates or changes a contact. The list is current when it resolves. */
export async function saveContact(draft: ContactDraft): Promise<Result<Contact>> {
  const saved = await loa.saveContact(draft)
  if (saved.ok) await loadContacts()
  return saved
}

/** Deletes contacts; `restoreContacts` with the same ids undoes it. */
export async function deleteContacts(ids: readonly string[]): Promise<Result<number>> {
  const deleted = await loa.deleteContacts([...ids])
  if (deleted.ok) await loadContacts()
  return deleted
}

/** Puts deleted contacts back as they were. */
export async function restoreContacts(ids: readonly string[]): Promise<Result<number>> {
  const restored = await loa.restoreContacts([...ids])
  if (restored.ok) await loadContacts()
  return restored
}

/** Listens until the returned function is called. */
export const startContactsStore = (): (() => void) => loa.onContactsChanged(() => void loadContacts())
