const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * Makes control characters and line separators visible, so that a name or an answer can neither break a log line in
 * two nor drive a terminal that follows the file.
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    return NAMED[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}

/** One line of at most `maximum` characters; a cut is shown by an ellipsis. */
export function oneLine(text: string, maximum: number): string {
  const line = escapeControls(text)
  return line.length <= maximum ? line : `${line.slice(0, maximum - 1)}…`
}
