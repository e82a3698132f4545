import { ObjectId } from 'bson'
import type { SavedFilter } from '../../shared/domain/contact-query'
import { ok, type Result } from '../../shared/result'
import type { Collection } from '../store/collection'
import type { FiltersFile } from '../store/data-folder'

/** Filters that have a name. Every change is durable when it resolves. */
export class SavedFilters {
  readonly #collection: Collection<FiltersFile>

  constructor(collection: Collection<FiltersFile>) {
    this.#collection = collection
  }

  list(): readonly SavedFilter[] {
    return this.#collection.value.filters
  }

  find(id: string): SavedFilter | undefined {
    return this.list().find(({ _id }) => _id === id)
  }

  /** Adds a filter; one of the same name is replaced and keeps its id, so that campaigns follow it. */
  async save({ name, filter }: Omit<SavedFilter, '_id'>): Promise<Result<SavedFilter>> {
    const present = this.list().find((each) => each.name === name)
    const saved: SavedFilter = { _id: present?._id ?? new ObjectId().toHexString(), name, filter }
    const stored = await this.#collection.update((file) => ({
      filters: [...file.filters.filter(({ _id }) => _id !== saved._id), saved].sort((a, b) =>
        a.name.localeCompare(b.name)
      )
    }))
    return stored.ok ? ok(saved) : stored
  }

  async delete(id: string): Promise<Result<null>> {
    const stored = await this.#collection.update((file) => ({
      filters: file.filters.filter(({ _id }) => _id !== id)
    }))
    return stored.ok ? ok(null) : stored
  }
}
