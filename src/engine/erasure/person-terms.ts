import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Contact, displayName, FULL_NAME, fullName } from '../../shared/domain/contact'
import { personKeys } from '../contacts/contact-keys'
import { escapeControls } from '../log/escape'

/** By what somebody is found in texts. */
export interface PersonTerms {
  /** The addresses in the form in which they are compared. */
  readonly keys: readonly string[]
  /** The names as they may be written. */
  readonly names: readonly string[]
  /** Addresses as they may be written. */
  readonly addresses: readonly string[]
}

/** Shorter ones are found in texts that have nothing to do with the person. */
const SHORTEST_ADDRESS = 5

/** Every way in which Loa, or a gateway that repeats what it was sent, may have written the person down. */
export function personTerms(contact: Contact): PersonTerms {
  const { first_name, last_name, phone, whatsapp_number, telegram_username, email, written, custom } = contact
  const name = displayName(contact)
  const names = [
    `${first_name} ${last_name}`,
    `${last_name} ${first_name}`,
    fullName(contact),
    custom[FULL_NAME] ?? '',
    // Who has no name is called by an address, or by an id that says nothing.
    name === contact._id ? '' : name
  ].map((each) => each.trim())
  const numbers = [phone, whatsapp_number].flatMap(writingsOf)
  const telegram = telegram_username === '' ? [] : [`@${telegram_username}`, telegram_username]
  const addresses = [...numbers, ...telegram, email, ...Object.values(written)]
  return {
    keys: [...personKeys(contact)],
    names: unique(names, 1),
    addresses: unique(addresses, SHORTEST_ADDRESS)
  }
}

/** A number with and without blanks, as it is dialled from abroad and at home. */
function writingsOf(number: string): string[] {
  if (number === '') return []
  const parsed = parsePhoneNumberFromString(number)
  if (parsed === undefined) return [number]
  const national = parsed.formatNational()
  return [
    number,
    parsed.number,
    parsed.number.slice(1),
    parsed.formatInternational(),
    national,
    national.replace(/\D/g, '')
  ]
}

/** Longest first, so that a part is not replaced within the whole; also as JSON and the log write them. */
function unique(texts: readonly string[], shortest: number): string[] {
  const all = texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1), escapeControls(text)])
  return [...new Set(all)].filter((text) => text.length >= shortest).sort((a, b) => b.length - a.length)
}
