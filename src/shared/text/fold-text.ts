const ASCII_ONLY = /^[\0-\x7f]*$/

/**
 * Text as a search sees it: lower case, without accents, so "nguyen" finds "Nguyễn".
 * The Vietnamese đ is a letter of its own and has no accent that Unicode could take off.
 */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase()
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}

/** The words of a query, folded. A match holds every one of them, in any order. */
export const queryWords = (query: string): readonly string[] =>
  foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')

/** Does the folded text hold every word of the query? An empty query matches all. */
export function holdsWords(folded: string, words: readonly string[]): boolean {
  for (const word of words) if (!folded.includes(word)) return false
  return true
}
