import { create } from 'zustand'
import type { Contact, ContactDraft } from '../../shared/domain/contact'
import type { LastImport } from '../../shared/domain/contact-import'
import type { SavedFilter } from '../../shared/domain/contact-query'
import type { ContactOverview } from '../../shared/ipc/contact-views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

/** What the window knows of the list at all times; the people themselves are asked for as they are shown. */
interface ContactsState extends Loadable, ContactOverview {
  /** Counts up with every change of the list. */
  readonly revision: number
  readonly filters: readonly SavedFilter[]
  /** The last import, while it can be undone. */
  readonly last_import: LastImport | null
}

export const useContactsStore = create<ContactsState>(() => ({
  ...notLoaded,
  all: 0,
  tags: [],
  needs_check: 0,
  do_not_contact: 0,
  duplicate_groups: 0,
  revision: 0,
  filters: [],
  last_import: null
}))

/** Reads what is known of the list as a whole; the last answer wins. */
export const loadContacts = coalesced(async () => {
  const [overview, filters, last] = await Promise.all([
    loa.contactOverview(),
    loa.listFilters(),
    loa.lastImport()
  ])
  if (!overview.ok) return useContactsStore.setState(loadFailed(overview.error))
  useContactsStore.setState(({ revision }) => ({
    ...loaded,
    ...overview.value,
    filters: filters.ok ? filters.value : [],
    last_import: last.ok ? last.value : null,
    revision: revision + 1
  }))
})

/** The same call, with the list current when it resolves. */
async function thenLoad<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  const result = await change
  if (result.ok) await loadContacts()
  return result
}

/** Creates or changes a contact. */
export const saveContact = (draft: ContactDraft): Promise<Result<Contact>> => thenLoad(loa.saveContact(draft))

/** Deletes contacts; `restoreContacts` with the same ids undoes it. */
export const deleteContacts = (ids: readonly string[]): Promise<Result<number>> =>
  thenLoad(loa.deleteContacts([...ids]))

/** Puts deleted contacts back as they were. */
export const restoreContacts = (ids: readonly string[]): Promise<Result<number>> =>
  thenLoad(loa.restoreContacts([...ids]))

/** Gives or takes a tag; gives the ids of those who changed, with which it is taken back. */
export const tagContacts = (
  ids: readonly string[],
  tag: string,
  on: boolean
): Promise<Result<readonly string[]>> => thenLoad(loa.tagContacts([...ids], tag, on))

/** Listens until the returned function is called. */
export const startContactsStore = (): (() => void) => loa.onContactsChanged(() => void loadContacts())
