const LOOKS_LIKE_A_NUMBER = /^[+\d\s().\-/]*\d[+\d\s().\-/]*$/

/** A number's digits only: operators type numbers with any spacing. */
export const digitsOf = (text: string): string => text.replace(/\D+/g, '')

/**
 * The digits to look for when a query looks like a number, else null. Leading zeros go, because "0339..." and
 * "+84 339..." are the same number.
 */
export function numberQuery(query: string): string | null {
  if (!LOOKS_LIKE_A_NUMBER.test(query)) return null
  const digits = digitsOf(query)
  return digits.replace(/^0+/, '') || digits
}
