const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * Controls, line separators, everything that turns the direction of text, and what is invisible without joining letters.
 * The joiners U+200C and U+200D stay: names and emoji are written with them.
 */
const HIDDEN = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu

/**
 * Makes control characters and line separators visible, so that a name or an answer can neither break a log line in
 * two nor drive a terminal that follows the file.
 */
export function escapeControls(text: string): string {
  return text.replace(HIDDEN, (character) => {
    return NAMED[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}

/** One line of at most `maximum` characters; a cut is shown by an ellipsis. */
export function oneLine(text: string, maximum: number): string {
  // What lies beyond is cut anyway: a text of megabytes is not escaped to its end.
  const line = escapeControls(text.slice(0, maximum + 1))
  return line.length <= maximum ? line : `${wholeCharacters(line.slice(0, maximum - 1))}…`
}

/** An emoji that was cut in half would be written to the file as a character of its own. */
const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '')
