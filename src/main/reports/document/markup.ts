/** A piece of HTML in which everything that came from outside is escaped. Only `html` and `css` make one. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[] | null

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** What HTML cannot hold, or would silently change: controls that are neither line break nor tab, and halves of characters. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

const escaped = (text: string): string =>
  text.replace(UNPRINTABLE, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

/** HTML with values in it. Text is escaped, in contents and in quoted attributes; null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const filled = parts.map((part, index) => part + textOf(values[index] ?? null))
  return new Markup(filled.join(''))
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return escaped(String(value))
}

/**
 * Words that somebody else wrote: a name, an address, an answer. They keep to themselves: what is written from right to
 * left, and signs that turn the direction, move nothing around them.
 */
export const foreign = (text: string): Markup => html`<bdi>${text}</bdi>`
