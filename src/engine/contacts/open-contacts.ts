import type { ImportProgress } from '../../shared/domain/contact-import'
import type { Clock, Ledgers, RunIndex } from '../ports'
import type { DataFolder } from '../store/data-folder'
import { ContactSearch } from './contact-search'
import { ContactService } from './contact-service'
import { DoNotContact } from './do-not-contact'
import { ContactImport } from './import/contact-import'
import type { PeopleReader } from './import/read-people'
import { LastContacted } from './last-contacted'
import { Marks } from './marks'
import { Merging } from './merging'
import { PeopleByAddress } from './people-by-address'
import { SavedFilters } from './saved-filters'

export interface ContactsConfig {
  readonly clock: Clock
  readonly data: DataFolder
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly defaultCountry: () => string
  readonly readPeople: PeopleReader
  /** Who was contacted before, and when, is known from now on. */
  readonly onHistoryRead: () => void
  readonly onImportProgress: (progress: ImportProgress) => void
}

/** Everything about the people of the list, put together. */
export function openContacts(config: ContactsConfig) {
  const { clock, data, ledgers, index, defaultCountry } = config
  const list = () => data.contacts.value.contacts
  const doNotContact = new DoNotContact({
    clock,
    contacts: list,
    suppressions: data.suppressions,
    defaultCountry
  })
  const people = new PeopleByAddress(list)
  const contacts = new ContactService({ clock, collection: data.contacts, defaultCountry, doNotContact })
  const find = (id: string) => contacts.find(id)
  const lastContacted = new LastContacted(clock, ledgers, index, config.onHistoryRead)
  const search = new ContactSearch({
    list,
    lastContactedMs: (contact) => lastContacted.atMs(contact),
    contactedRevision: () => lastContacted.revision
  })
  const marks = new Marks({ clock, contacts, people, doNotContact })
  return {
    contacts,
    people,
    doNotContact,
    lastContacted,
    search,
    marks,
    merging: new Merging({ clock, collection: data.contacts, find, doNotContact }),
    filters: new SavedFilters(data.filters),
    /** Gives back the memory of answers that are found anew when somebody asks again. */
    forgetAnswers(): void {
      people.release()
      search.release()
    },
    importing: new ContactImport({
      clock,
      contacts: data.contacts,
      imports: data.imports,
      campaigns: data.campaigns,
      marks,
      find,
      people,
      doNotContact,
      defaultCountry,
      read: config.readPeople,
      onProgress: config.onImportProgress
    })
  }
}
