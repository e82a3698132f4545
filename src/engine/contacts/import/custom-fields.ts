import { CONTACT_LIMITS, UNSAFE_NAMES } from '../../../shared/domain/contact'
import { cleanLine } from '../clean-text'

/** The fields of somebody that Loa has no place of its own for. A second value of one name is added to the first. */
export class CustomFields {
  readonly #fields = new Map<string, string>()

  /** @param key as `customName` makes it */
  add(key: string, value: string): void {
    this.addClean(key, cleanLine(value))
  }

  /** The same for a text that is clean already. */
  addClean(key: string, text: string): void {
    if (text === '') return
    const known = this.#fields.get(key)
    this.#fields.set(key, known === undefined || known === text ? text : `${known}, ${text}`)
  }

  all(): Record<string, string> {
    const all: Record<string, string> = {}
    for (const [key, text] of this.#fields) all[key] = text
    return all
  }
}

/** The name under which a column is kept. One like `__proto__` would be no plain property: it gets an underscore more. */
export function customName(name: string): string {
  const line = cleanLine(name).slice(0, CONTACT_LIMITS.custom_name).trim()
  if (line === '') return 'custom'
  return UNSAFE_NAMES.has(line) ? `${line}_` : line
}
