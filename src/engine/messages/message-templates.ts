import { ObjectId } from 'bson'
import type { MessageTemplate } from '../../shared/domain/message'
import { ok, type Result } from '../../shared/result'
import type { Collection } from '../store/collection'
import type { TemplatesFile } from '../store/data-folder'

/** Texts that are used again and again. Every change is durable when it resolves. */
export class MessageTemplates {
  readonly #collection: Collection<TemplatesFile>

  constructor(collection: Collection<TemplatesFile>) {
    this.#collection = collection
  }

  list(): readonly MessageTemplate[] {
    return this.#collection.value.templates
  }

  /** Adds a template; one of the same name is replaced and keeps its id. */
  async save(template: Omit<MessageTemplate, '_id'>): Promise<Result<MessageTemplate>> {
    const present = this.list().find(({ name }) => name === template.name)
    const saved: MessageTemplate = { ...template, _id: present?._id ?? new ObjectId().toHexString() }
    const stored = await this.#collection.update((file) => ({
      templates: [...file.templates.filter(({ _id }) => _id !== saved._id), saved].sort((a, b) =>
        a.name.localeCompare(b.name)
      )
    }))
    return stored.ok ? ok(saved) : stored
  }

  async delete(id: string): Promise<Result<null>> {
    const stored = await this.#collection.update((file) => ({
      templates: file.templates.filter(({ _id }) => _id !== id)
    }))
    return stored.ok ? ok(null) : stored
  }
}
