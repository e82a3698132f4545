export type NameOrder = 'family_first' | 'given_first'

/**
 * Splits a name that is written in one piece. The Vietnamese way the last word is the first name ("Nguyễn Văn An":
 * An); the western way the last word is the last name. One word alone is a first name.
 *
 * @param text one clean line (`cleanLine`)
 */
export function splitFullName(
  text: string,
  order: NameOrder
): { readonly first_name: string; readonly last_name: string } {
  const line = text.trim()
  const space = line.lastIndexOf(' ')
  if (space === -1) return { first_name: line, last_name: '' }
  const last = line.slice(space + 1)
  const others = line.slice(0, space).trimEnd()
  return order === 'family_first'
    ? { first_name: last, last_name: others }
    : { first_name: others, last_name: last }
}
