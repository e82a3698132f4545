import { type Contact, FULL_NAME } from '../../shared/domain/contact'
import { CONTACT_PLACEHOLDERS, type PlaceholderChoice } from '../../shared/domain/message'
import { inPieces } from '../pieces'
import { customKey, placeholderOf, valueIn } from './field-names'

interface Counted {
  readonly list: readonly Contact[]
  readonly choices: readonly PlaceholderChoice[]
  readonly customs: ReadonlySet<string>
}

/** What a message may name, counted over the whole list in pieces and remembered until the list changes. */
export class PlaceholderList {
  readonly #list: () => readonly Contact[]
  #counted: Counted | null = null
  #counting: Promise<Counted> | null = null

  constructor(list: () => readonly Contact[]) {
    this.#list = list
  }

  /** The fields that everybody has, then the operator's own, those of the most people in front. */
  async choices(): Promise<readonly PlaceholderChoice[]> {
    return (await this.#current()).choices
  }

  /** The names of all own fields that anybody in the list has. */
  async customNames(): Promise<ReadonlySet<string>> {
    return (await this.#current()).customs
  }

  async #current(): Promise<Counted> {
    for (;;) {
      if (this.#counted?.list === this.#list()) return this.#counted
      this.#counting ??= count(this.#list()).finally(() => (this.#counting = null))
      this.#counted = await this.#counting
    }
  }
}

async function count(list: readonly Contact[]): Promise<Counted> {
  const pieces = inPieces()
  const own = new Map<string, number>(CONTACT_PLACEHOLDERS.map((field) => [field, 0]))
  const customs = new Map<string, number>()
  for (const contact of list) {
    for (const field of CONTACT_PLACEHOLDERS) {
      if (valueIn(contact, field) !== '') own.set(field, (own.get(field) ?? 0) + 1)
    }
    for (const [name, value] of Object.entries(contact.custom)) {
      if (value !== '') customs.set(name, (customs.get(name) ?? 0) + 1)
    }
    if (pieces.isDue()) await pieces.rest()
  }
  const ofTheirOwn = [...customs]
    // It is only there so that `full_name` can be as it was written.
    .filter(([name]) => name !== FULL_NAME)
    .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
    .map(([name, people]) => ({ name: placeholderOf(customKey(name)), custom: name, people }))
  const everybodys = [...own].map(([name, people]) => ({ name, custom: null, people }))
  return { list, choices: [...everybodys, ...ofTheirOwn], customs: new Set(customs.keys()) }
}
