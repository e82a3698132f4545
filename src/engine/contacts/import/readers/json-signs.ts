/** The characters that give a JSON text its structure. */
export const SIGN = {
  lineEnd: 0x0a,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d
} as const

export const isSpace = (sign: number): boolean => sign === 0x20 || (sign >= 0x09 && sign <= 0x0d)

export const isCloser = (sign: number): boolean => sign === SIGN.closeObject || sign === SIGN.closeList

/** What ends a number, `true`, or any other word outside of quotes and brackets. */
export const isTokenEnd = (sign: number): boolean =>
  isSpace(sign) ||
  isCloser(sign) ||
  sign === SIGN.comma ||
  sign === SIGN.quote ||
  sign === SIGN.openList ||
  sign === SIGN.openObject
