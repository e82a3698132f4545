/** Bytes of windows-1258 that are combining tone marks; in windows-1252 they are Ì Ò Þ ì ò. */
const TONE_MARKS = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])

const [BREVE_A, D_BAR, CAPITAL_D_BAR, HORN_O, HORN_U] = [0xe3, 0xf0, 0xd0, 0xf5, 0xfd] as const

const VOWELS = new Set([
  ...Buffer.from('aeiouyAEIOUY'),
  ...[0xe2, 0xc2, 0xe3, 0xc3, 0xea, 0xca, 0xf4, 0xd4, 0xf5, 0xd5, 0xfd, 0xdd]
])

/** The consonants that can follow an ă. In Portuguese an ã has a vowel or nothing behind it. */
const AFTER_BREVE_A = new Set(Buffer.from('cmnptCMNPT'))

/**
 * Whether text with a byte for each character is windows-1258 rather than windows-1252: tone marks must stand behind
 * vowels, and the letters ă, đ, ươ where Vietnamese has them and Portuguese or Icelandic do not.
 */
export function looksVietnamese(bytes: Uint8Array): boolean {
  let fitting = 0
  let odd = 0
  bytes.forEach((byte, index) => {
    if (byte < 0x80) return
    const sign = signOf(byte, bytes[index - 1] ?? 0x20, bytes[index + 1] ?? 0x20)
    if (sign > 0) fitting++
    if (sign < 0) odd++
  })
  return fitting > odd * 2
}

/** 1 speaks for Vietnamese, -1 against it. */
function signOf(byte: number, before: number, after: number): number {
  if (TONE_MARKS.has(byte)) return VOWELS.has(before) ? 1 : -1
  if (byte === D_BAR || byte === CAPITAL_D_BAR) return isLetter(before) ? -1 : VOWELS.has(after) ? 1 : 0
  if (byte === HORN_U) return after === HORN_O ? 1 : 0
  if (byte === BREVE_A && isLetter(before)) return AFTER_BREVE_A.has(after) ? 1 : -1
  return 0
}

const isLetter = (byte: number): boolean =>
  byte >= 0xc0 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
