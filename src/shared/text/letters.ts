/** The runtime copies all of what it is given for each letter: a long line in one piece takes half a minute. */
const PIECE = 500

/** Signs that are a letter each, Vietnamese ones included: telling letters apart properly is thousands of times slower. */
const ONE_EACH = /^[\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/

const segmenter = new Intl.Segmenter()

/** Where each letter begins, in UTF-16 units: a letter with its accents, or an emoji, is one, as people count. */
export function* letterStarts(text: string): Generator<number, void> {
  let from = 0
  while (from < text.length) {
    const isLastPiece = from + PIECE >= text.length
    let last = 0
    for (const { index } of segmenter.segment(text.slice(from, from + PIECE))) {
      if (index > 0) yield from + last
      last = index
    }
    // The last letter of a piece may go on behind it; one that fills a whole piece is cut.
    if (isLastPiece || last === 0) yield from + last
    if (isLastPiece) return
    from += last === 0 ? PIECE : last
  }
}

/** How many letters a text has. */
export function lettersIn(text: string): number {
  if (ONE_EACH.test(text)) return text.length
  let count = 0
  for (const _start of letterStarts(text)) count += 1
  return count
}

/** How far so many letters reach, in UTF-16 units; all of the text when it has fewer. */
export function lengthOfLetters(text: string, letters: number): number {
  // In most texts there is nothing to tell apart; the sign behind the last letter may belong to it.
  if (ONE_EACH.test(text.slice(0, letters + 1))) return Math.min(letters, text.length)
  let passed = 0
  for (const start of letterStarts(text)) {
    if (passed >= letters) return start
    passed += 1
  }
  return text.length
}
