import { foldText } from '../../../../shared/text/fold-text'
import { placeholderText } from './placeholder-syntax'

/** A placeholder that is being typed, from its opening braces to the caret. */
export interface TypedPlaceholder {
  readonly start: number
  readonly caret: number
  readonly query: string
}

const LONGEST_QUERY = 80

/** What the caret stands behind: `{{ fir`; null when it is no opening of a placeholder, or the name is over. */
export function typedPlaceholder(text: string, caret: number): TypedPlaceholder | null {
  const line = text.slice(Math.max(0, caret - LONGEST_QUERY), caret)
  const open = line.lastIndexOf('{{')
  if (open < 0) return null
  const query = line.slice(open + 2)
  if (/[}|{%\n]/.test(query)) return null
  return { start: caret - line.length + open, caret, query: query.trim() }
}

interface Suggestion {
  readonly name: string
  readonly label: string
}

/** Those whose name or label holds what was typed; those that begin with it come first. */
export function suggestionsFor<Item extends Suggestion>(items: readonly Item[], query: string): Item[] {
  const asked = foldText(query)
  const rank = ({ name, label }: Item): number => {
    const spellings = [name, label, name.replace(/^custom\W+/, '')].map(foldText)
    if (spellings.some((spelling) => spelling.startsWith(asked))) return 0
    return spellings.some((spelling) => spelling.includes(asked)) ? 1 : 2
  }
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank: place }) => place < 2)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item)
}

/** What takes the place of a placeholder that was begun, closing braces behind the caret included. */
export function completion(
  text: string,
  { start, caret }: TypedPlaceholder,
  name: string
): { readonly start: number; readonly end: number; readonly insert: string } {
  const closing = /^[ \t]{0,3}\}\}/.exec(text.slice(caret, caret + 5))?.[0].length ?? 0
  return { start, end: caret + closing, insert: placeholderText(name) }
}
