/** Controls and marks that turn text round, which a page draws as nothing at all while they change what is read. */
const UNSEEN =
  /[^\P{Cc}\n\t]|[\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Cs}/gu

const CONTROL_PICTURES = 0x2400
const DELETE = 0x7f
const PICTURE_OF_DELETE = '\u2421'
const LAST_WITH_PICTURE = 0x1f
const REPLACEMENT = '\uFFFD'

/** Letters that are written from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Text of somebody else as it may be shown: what could not be seen, or would turn the line round, has a sign of its own. */
export const visibleText = (text: string): string => text.replace(UNSEEN, signOf)

/**
 * The same, kept from turning round the sentence in which it stands. Only where it could: invisible marks in every
 * sentence would be copied, searched and compared.
 */
export function textInSentence(text: string): string {
  const visible = visibleText(text)
  return RIGHT_TO_LEFT.test(visible) ? FIRST_STRONG_ISOLATE + visible + POP_ISOLATE : visible
}

function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === DELETE) return PICTURE_OF_DELETE
  return code <= LAST_WITH_PICTURE ? String.fromCodePoint(CONTROL_PICTURES + code) : REPLACEMENT
}
