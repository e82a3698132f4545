const LONGEST_NAME = 40

/**
 * A name as a menu can show it: in one line, short, without signs that turn the direction of what follows, and with
 * the mark doubled that would make its next letter a key.
 */
export function singleLine(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  const signs = Array.from(plain)
  const short = signs.length <= LONGEST_NAME ? plain : `${signs.slice(0, LONGEST_NAME - 1).join('')}…`
  return short.replaceAll('&', '&&')
}
