export type NameOrder = 'family_first' | 'given_first'

/**
 * Splits a name that is written in one piece. The Vietnamese way the last word is the first name ("Nguyễn Văn An":
 * An); the western way the last word is the last name. One word alone is a first name.
 */
export function splitFullName(
  text: string,
  order: NameOrder
): { readonly first_name: string; readonly last_name: string } {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  const others = words.slice(0, -1).join(' ')
  if (words.length < 2) return { first_name: last, last_name: '' }
  return order === 'family_first'
    ? { first_name: last, last_name: others }
    : { first_name: others, last_name: last }
}
