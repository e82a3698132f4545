import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Contact } from '../../shared/domain/contact'
import type { ContactQuery } from '../../shared/domain/contact-query'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

const nobody: readonly string[] = []

/** The ids of everybody whom a query finds; the answer before stays until the next one is there. */
export function useContactIds(query: ContactQuery): readonly string[] {
  const revision = useContactsStore((state) => state.revision)
  const [ids, setIds] = useState(nobody)
  useEffect(() => {
    let isCurrent = true
    void loa.findContactIds(query).then((result) => {
      if (isCurrent && result.ok) setIds(result.value)
    })
    return () => {
      isCurrent = false
    }
  }, [query, revision])
  return ids
}

const PAGE_IDS = 100

/** Contacts by their place in a list of ids, read page by page as they come into sight. */
class ContactsById {
  readonly #ids: readonly string[]
  readonly #pages = new Map<number, ReadonlyMap<string, Contact>>()
  readonly #asked = new Set<number>()
  #version = 0
  readonly #listeners = new Set<() => void>()

  constructor(ids: readonly string[]) {
    this.#ids = ids
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly version = (): number => this.#version

  readonly at = (index: number): Contact | undefined =>
    this.#pages.get(Math.floor(index / PAGE_IDS))?.get(this.#ids[index] ?? '')

  readonly look = (first: number, end: number): void => {
    for (let page = Math.floor(first / PAGE_IDS); page * PAGE_IDS < end; page += 1) void this.#read(page)
  }

  async #read(page: number): Promise<void> {
    if (this.#asked.has(page)) return
    this.#asked.add(page)
    const result = await loa.getContacts(this.#ids.slice(page * PAGE_IDS, (page + 1) * PAGE_IDS))
    if (!result.ok) return
    this.#pages.set(page, new Map(result.value.map((contact) => [contact._id, contact])))
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}

/** Follows a list of ids; redrawn when contacts arrive. */
export function useContactsById(ids: readonly string[]): ContactsById {
  const contacts = useMemo(() => new ContactsById(ids), [ids])
  useSyncExternalStore(contacts.subscribe, contacts.version)
  return contacts
}
