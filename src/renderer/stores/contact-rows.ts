import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AppError } from '../../shared/app-error'
import type { Contact } from '../../shared/domain/contact'
import type { ContactQuery } from '../../shared/domain/contact-query'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

/** A contact of the list, with what is shown beside it. */
export interface ContactRow {
  readonly contact: Contact
  /** ISO; null = never, undefined = not known yet. */
  readonly last_contacted: string | null | undefined
}

const PAGE_ROWS = 100

/** One answer to one query, as far as it has been read. */
interface Answer {
  readonly key: string
  readonly found: number
  readonly pages: ReadonlyMap<number, readonly ContactRow[]>
}

const NOTHING: Answer = { key: '', found: 0, pages: new Map() }

/**
 * The rows that a query finds, read page by page as they come into sight. While a new answer is on its way the old one
 * stays, so that typing and edits never show an empty list in between.
 */
export class ContactRows {
  #query: ContactQuery | null = null
  #key = ''
  #answer = NOTHING
  #error: AppError | null = null
  #window: readonly [number, number] = [0, PAGE_ROWS]
  readonly #asked = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly answer = (): Answer => this.#answer

  readonly error = (): AppError | null => this.#error

  readonly at = (index: number): ContactRow | undefined =>
    this.#answer.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]

  /** Asks for the answer to a query, as of a revision of the list. */
  ask(query: ContactQuery, revision: number): void {
    const key = `${revision} ${JSON.stringify(query)}`
    if (key === this.#key) return
    this.#query = query
    this.#key = key
    this.#read()
  }

  /** These rows are in sight (the end is exclusive). */
  readonly look = (first: number, end: number): void => {
    this.#window = [first, Math.max(end, first + 1)]
    this.#read()
  }

  #read(): void {
    const query = this.#query
    if (query === null) return
    const [first, end] = this.#window
    for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS < end; page += 1) {
      void this.#readPage(query, this.#key, page)
    }
  }

  async #readPage(query: ContactQuery, key: string, page: number): Promise<void> {
    const asked = `${page} ${key}`
    const isHere = this.#answer.key === key && this.#answer.pages.has(page)
    if (isHere || this.#asked.has(asked)) return
    if (page > 0 && this.#answer.key === key && page * PAGE_ROWS >= this.#answer.found) return
    this.#asked.add(asked)
    const result = await loa.findContacts(query, page * PAGE_ROWS, PAGE_ROWS)
    this.#asked.delete(asked)
    // Another query was asked meanwhile: its answer is on its way.
    if (key !== this.#key) return
    if (!result.ok) {
      this.#error = result.error
      return this.#tell()
    }
    const { rows, last_contacted, found } = result.value
    const pages =
      this.#answer.key === key ? new Map(this.#answer.pages) : new Map<number, readonly ContactRow[]>()
    pages.set(
      page,
      rows.map((contact, index) => ({ contact, last_contacted: last_contacted?.[index] }))
    )
    const isNew = this.#answer.key !== key
    this.#error = null
    this.#answer = { key, found, pages }
    this.#tell()
    // A shorter answer has no rows where the window was: begin with its first ones.
    if (isNew && rows.length === 0 && found > 0) this.look(0, PAGE_ROWS)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export interface FoundContacts {
  readonly rows: ContactRows
  readonly found: number
  /** Nothing has been answered yet. */
  readonly isLoading: boolean
  readonly error: AppError | null
}

/** Follows a query and the list; redrawn when rows arrive. */
export function useContactRows(query: ContactQuery): FoundContacts {
  const revision = useContactsStore((state) => state.revision)
  const rows = useMemo(() => new ContactRows(), [])
  useEffect(() => rows.ask(query, revision), [rows, query, revision])
  const answer = useSyncExternalStore(rows.subscribe, rows.answer)
  return { rows, found: answer.found, isLoading: answer.key === '', error: rows.error() }
}
