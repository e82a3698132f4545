import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber
} from 'libphonenumber-js/max'
import { cleanAddress } from './clean-text'
import { convertOldMobile } from './vietnam-2018'

/** What was put right in a number, beyond its spelling. */
export type PhoneChange = 'converted_2018' | 'leading_zero' | 'spreadsheet'

/** A number as typed and what it is worth. */
export type PhoneReading =
  | {
      readonly valid: true
      /** What is stored and sent: as written when it was international, else E.164. */
      readonly number: string
      /** The form that numbers are compared in. */
      readonly e164: string
      readonly change?: PhoneChange
    }
  | {
      readonly valid: false
      /** `damaged`: a spreadsheet has dropped digits, so nobody can tell the number. */
      readonly reason: 'damaged' | 'invalid'
    }

const INVALID: PhoneReading = { valid: false, reason: 'invalid' }

const SEPARATORS = /[:/;,\r\n]/

/** Six digits or fewer are a short code or a part of a number. */
const FEWEST_DIGITS = 7

const FOREIGN_DIGITS = /[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g
/** Letters, and digits of scripts that libphonenumber would skip; U+30FC is the dash of Japanese numbers. */
const WORDS = /(?![\d\u30FC])[\p{L}\p{N}]/u
const TEXT_MARK_OR_SCHEME = /^(?:'|tel:)\s*/i
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i
const FLOAT = /^([1-9]\d{6,14})[.,]00?$/

/**
 * Reads a phone number. A valid international one whose digits are those of E.164 is kept as written (the seed's
 * payload has the spaces), any other valid one becomes E.164, with the default country where it is a national one.
 * An extension cannot be sent to, so a number with one is invalid.
 */
export function readPhoneNumber(text: string, defaultCountry: string): PhoneReading {
  const written = cleanAddress(text)
  const plain = asciiDigits(written).replace(TEXT_MARK_OR_SCHEME, '')
  if (SCIENTIFIC.test(plain)) return { valid: false, reason: 'damaged' }
  const float = FLOAT.exec(plain)?.[1]
  const dialled = float ?? plain
  const digits = dialled.replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS || WORDS.test(dialled)) return INVALID

  const parsed = parse(dialled, defaultCountry)
  if (parsed === undefined || parsed.ext !== undefined) return INVALID
  if (!parsed.isValid()) return readOldMobile(parsed)
  const e164 = parsed.number
  if (float !== undefined) return { valid: true, number: e164, e164, change: 'spreadsheet' }
  if (hasLostZero(digits, parsed)) return { valid: true, number: e164, e164, change: 'leading_zero' }
  return { valid: true, number: isE164Spaced(written, e164) ? written : e164, e164 }
}

/**
 * The numbers of a cell that holds several: separated by Google Contacts' ` ::: `, or by `/`, `;`, `,` or a line break
 * where each part is long enough to be a number (so `030/1234567` and `8,43E+10` stay whole).
 */
export function splitNumbers(text: string): string[] {
  if (text !== '' && !SEPARATORS.test(text)) return [text.trim()]
  return text.split(':::').flatMap((part) => {
    const pieces = part
      .split(/[/;,\r\n]/)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
    return pieces.every(isLongEnough) ? pieces : [part.trim()]
  })
}

function isLongEnough(text: string): boolean {
  return text.replace(/\P{Nd}/gu, '').length >= FEWEST_DIGITS
}

function parse(text: string, defaultCountry: string): PhoneNumber | undefined {
  const country: CountryCode | undefined = isSupportedCountry(defaultCountry) ? defaultCountry : undefined
  return country === undefined
    ? parsePhoneNumberFromString(text.replace(/^00/, '+'))
    : parsePhoneNumberFromString(text, country)
}

function readOldMobile(parsed: PhoneNumber): PhoneReading {
  const national = parsed.countryCallingCode === '84' ? convertOldMobile(parsed.nationalNumber) : null
  if (national === null) return INVALID
  const e164 = `+84${national}`
  return { valid: true, number: e164, e164, change: 'converted_2018' }
}

/** Whether the digits are a national number of a country that dials a 0 before this one. */
function hasLostZero(digits: string, parsed: PhoneNumber): boolean {
  return digits === parsed.nationalNumber && parsed.formatNational().replace(/\D/g, '') === `0${digits}`
}

function isE164Spaced(written: string, e164: string): boolean {
  return /^\+.*\d$/.test(written) && written.replace(/\D/g, '') === e164.slice(1)
}

/** The blocks that libphonenumber understands; their last four bits are the digit. */
function asciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}
