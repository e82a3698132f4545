import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number as typed and what it is worth. */
export type PhoneReading =
  | {
      readonly valid: true
      /** What is stored and sent: as written when it was international, else E.164. */
      readonly number: string
      /** The form that numbers are compared in. */
      readonly e164: string
    }
  | { readonly valid: false }

/**
 * Reads a phone number. A valid international one is kept as written (the seed's payload has the spaces), any other
 * valid one becomes E.164 with the default country.
 */
export function readPhoneNumber(text: string, defaultCountry: string): PhoneReading {
  const country: CountryCode | undefined = isSupportedCountry(defaultCountry) ? defaultCountry : undefined
  const parsed = parsePhoneNumberFromString(text, country)
  if (!parsed?.isValid() || parsed.ext !== undefined) return { valid: false }
  const isInternational = text.trim().startsWith('+')
  return { valid: true, number: isInternational ? text.trim() : parsed.number, e164: parsed.number }
}
