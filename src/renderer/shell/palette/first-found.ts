import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'

/** What a text finds. */
export interface Found<Item> {
  readonly first: readonly Item[]
  /** How many there are altogether. */
  readonly total: number
}

/** The first so many whose name holds every word of the query, in their order. An empty query finds nothing. */
export function firstFound<Item>(
  items: readonly Item[],
  query: string,
  nameOf: (item: Item) => string,
  most: number
): Found<Item> {
  const words = queryWords(query)
  if (words.length === 0) return { first: [], total: 0 }
  // Thousands of runs have a few names: each is looked at once.
  const known = new Map<string, boolean>()
  const found = items.filter((item) => {
    const name = nameOf(item)
    const holds = known.get(name) ?? holdsWords(foldText(name), words)
    known.set(name, holds)
    return holds
  })
  return { first: found.slice(0, most), total: found.length }
}
