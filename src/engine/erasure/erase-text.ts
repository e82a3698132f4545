import { ERASED } from '../ledger/erased-text'

/** Who is looked for. */
export interface Erased {
  readonly contact_ids: readonly string[]
  readonly names: readonly string[]
  readonly addresses: readonly string[]
}

/** Finds and replaces people in texts. */
export interface Eraser {
  readonly contactIds: ReadonlySet<string>
  /** May these bytes be about one of them? Cheap: a wrong yes costs a closer look. */
  concerns(bytes: Buffer): boolean
  /** The text without them; `marker` gives what stands in the place of what was found. */
  erase(text: string, marker?: (found: string) => string): string
}

/** A name of one word is a word: it is only taken for the person where the log puts names. */
const LONGEST_WORD_NAME = 5

/** How a line of the log leads to a name, and what follows it (`format-event.ts`). */
const BEFORE_NAME = '(?<=(?:\\] | to | for ))'
const AFTER_NAME = '(?= \\(|:| may have been| has no | skipped)'

/**
 * Addresses are found anywhere, telegram names and mails in any case; names of several words anywhere as whole words; names
 * of one word only where the log names whom it is about.
 */
export function eraserOf(people: readonly Erased[]): Eraser {
  const contactIds = new Set(people.flatMap(({ contact_ids }) => contact_ids))
  const addresses = longestFirst(people.flatMap((each) => each.addresses))
  const names = longestFirst(people.flatMap((each) => each.names))
  const full = names.filter((name) => name.length > LONGEST_WORD_NAME && /\s/.test(name))
  const patterns = [
    ...addresses.map((text) => `(?<![\\p{L}\\p{N}_])${quoted(text)}(?![\\p{L}\\p{N}_])`),
    ...full.map((text) => `(?<![\\p{L}\\p{N}])${quoted(text)}(?![\\p{L}\\p{N}])`),
    ...names.map((text) => `${BEFORE_NAME}${quoted(text)}${AFTER_NAME}`)
  ]
  const found = patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'giu')
  const needles = [
    ...new Set([...addresses, ...names].flatMap((text) => [text, text.toLowerCase()])),
    ...contactIds
  ]
  return {
    contactIds,
    concerns: (bytes) => needles.some((needle) => bytes.includes(needle)),
    erase: (text, marker = () => ERASED) => (found === null ? text : text.replace(found, marker))
  }
}

const longestFirst = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => text !== '').sort((a, b) => b.length - a.length)

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
