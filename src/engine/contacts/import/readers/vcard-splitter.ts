import { LineEnds } from './line-ends'
import { MAX_RECORD_CHARACTERS } from './record-parser'

/** One card of a file: its lines without pictures and keys, or why they were not kept. */
export type SplitCard =
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  /** Another card began before this one ended. */
  | { readonly type: 'not_ended' }
  | { readonly type: 'too_large' }

const BEGIN = /^\s*BEGIN:VCARD\s*$/i
const END = /^\s*END:VCARD\s*$/i

/** Properties whose values are large and of no use for a contact. */
const DROPPED = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i

/** From here on it is looked whether a line that has not ended yet is worth keeping. */
const LONG_LINE_CHARACTERS = 64 * 1024

/** Enough of a line to tell what it is. */
const LINE_START_CHARACTERS = 256

/** Finds the cards of a file. What stands between them is nobody's. */
export class VcardSplitter {
  readonly #emit: (card: SplitCard) => void
  readonly #lineEnds = new LineEnds()
  #line = ''
  #isLineCut = false
  #card: string[] | null = null
  #characters = 0
  #isDropping = false

  constructor(emit: (card: SplitCard) => void) {
    this.#emit = emit
  }

  push(text: string): void {
    const [first = '', ...others] = this.#lineEnds.push(text).split('\n')
    this.#append(first)
    for (const other of others) {
      this.#endLine()
      this.#append(other)
    }
  }

  /** False when the text ends within a card. */
  end(): boolean {
    this.#endLine()
    return this.#card === null
  }

  #append(text: string): void {
    if (this.#isLineCut) return
    this.#line += text
    if (this.#line.length <= LONG_LINE_CHARACTERS) return
    if (!this.#isDropped(this.#line)) {
      if (this.#line.length <= MAX_RECORD_CHARACTERS) return
      this.#characters += this.#line.length
    }
    this.#isLineCut = true
    this.#line = this.#line.slice(0, LINE_START_CHARACTERS)
  }

  #endLine(): void {
    const line = this.#line
    this.#line = ''
    this.#isLineCut = false
    if (BEGIN.test(line)) {
      if (this.#card !== null) this.#emit({ type: 'not_ended' })
      this.#card = []
      this.#characters = 0
      this.#isDropping = false
    } else if (this.#card !== null) this.#addLine(this.#card, line)
  }

  #addLine(card: string[], line: string): void {
    if (END.test(line)) {
      const isTooLarge = this.#characters > MAX_RECORD_CHARACTERS
      this.#emit(isTooLarge ? { type: 'too_large' } : { type: 'lines', lines: card })
      this.#card = null
      return
    }
    this.#isDropping = this.#isDropped(line)
    if (this.#isDropping) return
    this.#characters += line.length
    if (this.#characters <= MAX_RECORD_CHARACTERS) card.push(line)
  }

  /** Some write a picture's continuation lines without the space before them: no line of base64 has a colon. */
  #isDropped(line: string): boolean {
    if (DROPPED.test(line)) return true
    return this.#isDropping && (/^[ \t]/.test(line) || !line.includes(':'))
  }
}
