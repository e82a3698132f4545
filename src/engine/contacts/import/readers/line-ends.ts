/** Brings CRLF and lone CR to LF, also where a pair is cut by the border of two pieces. */
export class LineEnds {
  #endedWithReturn = false

  push(text: string): string {
    if (text === '') return ''
    const rest = this.#endedWithReturn && text.startsWith('\n') ? text.slice(1) : text
    this.#endedWithReturn = text.endsWith('\r')
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest
  }
}
