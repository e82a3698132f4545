/** Text of a value as it is read: `\n`, `\,`, `\;`, `\:` and `\\` resolved. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\\,;:nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))

/** Text as a vCard 3.0 value. */
export const escapeText = (text: string): string =>
  text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')

/** The parts of a structured value, still escaped. */
export function splitComponents(value: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (let index = 0; index < value.length; index++) {
    if (value[index] === '\\') index++
    else if (value[index] === ';') {
      parts.push(value.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, value.slice(start)]
}
