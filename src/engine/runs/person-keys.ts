import { foldText, holdsWords, queryWords } from '../../shared/text/fold-text'
import { digitsOf, numberQuery } from '../../shared/text/phone-digits'
import type { FrozenContact } from '../ledger/ledger-record'
import { inPieces } from '../pieces'

/** Reading the clock for each of 100,000 contacts would be felt. */
const ITEMS_A_LOOK = 128

/** A contact of a run as a search sees it. */
export interface PersonKey {
  /** The name and the addresses that are no numbers, folded. */
  readonly text: string
  /** The digits of the numbers, spacing gone. */
  readonly digits: string
}

/** The keys of all contacts in their order, made in pieces. */
export async function personKeys(contacts: readonly FrozenContact[]): Promise<readonly PersonKey[]> {
  const pieces = inPieces()
  const keys: PersonKey[] = []
  for (const [index, contact] of contacts.entries()) {
    keys.push(keyOf(contact))
    if (index % ITEMS_A_LOOK === 0 && pieces.isDue()) await pieces.rest()
  }
  return keys
}

/**
 * The positions of those whose name or address holds every word of the text, or whose number holds its digits. Accents
 * and case do not count, numbers match in any spacing, with the country code or with the zero in its place.
 */
export async function findPeople(keys: readonly PersonKey[], text: string): Promise<readonly number[]> {
  const words = queryWords(text)
  const digits = numberQuery(text)
  const pieces = inPieces()
  const found: number[] = []
  for (const [position, key] of keys.entries()) {
    if (holdsWords(key.text, words) || (digits !== null && key.digits.includes(digits))) found.push(position)
    if (position % ITEMS_A_LOOK === 0 && pieces.isDue()) await pieces.rest()
  }
  return found
}

function keyOf({ name, addresses: { whatsapp, telegram, ai_call } }: FrozenContact): PersonKey {
  const numbers = [whatsapp?.to ?? '']
  // Nearly always it is the same number.
  if (ai_call !== undefined && ai_call.to !== whatsapp?.to) numbers.push(ai_call.to)
  // A number is found by its digits alone, or "Contact 4" would find everybody whose number begins with +84.
  const texts = numbers.filter((number) => number !== '' && numberQuery(number) === null)
  if (telegram !== undefined && telegram.to !== '') texts.push(`@${telegram.to}`)
  return { text: foldText([name, ...texts].join('\n')), digits: numbers.map(digitsOf).join(' ') }
}
