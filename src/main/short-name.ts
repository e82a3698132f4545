const LONGEST_NAME = 40

/** What is not seen, or turns the direction of what follows. Joiners stay: letters and emojis are made with them. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Cs}]/gu

/** A name of somebody else as the desktop can show it: in one line, short, without signs that turn the direction. */
export function shortName(name: string, longest = LONGEST_NAME): string {
  const plain = name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .trim()
  const signs = Array.from(plain)
  return signs.length <= longest ? plain : `${signs.slice(0, longest - 1).join('')}…`
}

/** The same in a menu, with the mark doubled that would make its next letter a key. */
export const nameInMenu = (name: string): string => shortName(name).replaceAll('&', '&&')
