import { ElementText, type JsonElement } from './json-element'
import { isCloser, isSpace, isTokenEnd, SIGN } from './json-signs'

/**
 * How a JSON file holds its documents: in an array, one on each line, one after the other, or in an array that is a
 * property of one object; then the text begins within that array.
 */
export type JsonKind = 'array' | 'lines' | 'documents' | 'wrapped'

/** How many levels a document may have, itself included. */
const MAX_DEPTH = 100

/**
 * Finds where the elements of a JSON file begin and end, without reading what is in them: so a broken one costs itself
 * only. Where the brackets of a broken one do not say its end, the next one begins at the line end of a file with a
 * document on each line, or at a brace that cannot belong to it.
 */
export class JsonSplitter {
  readonly #kind: JsonKind
  readonly #emit: (element: JsonElement) => void
  readonly #element = new ElementText()
  /** The open brackets of the element, as far as `MAX_DEPTH`; those above are only counted. */
  readonly #open: number[] = []
  #openAbove = 0
  #isInList: boolean
  #isListOver = false
  #isInElement = false
  #isInString = false
  #isEscaped = false
  #previous = 0
  #lineEndSincePrevious = false

  constructor(kind: JsonKind, emit: (element: JsonElement) => void) {
    this.#kind = kind
    this.#emit = emit
    this.#isInList = kind === 'wrapped'
  }

  get isInElement(): boolean {
    return this.#isInElement
  }

  /** False when nothing that follows can be told apart any more: a list ended while its last document was open. */
  push(text: string): boolean {
    this.#element.takePiece(text)
    let index = 0
    while (index < text.length && !this.#isListOver) {
      if (this.#isInString && !this.#isEscaped) index = endOfPlainText(text, index)
      if (index === text.length) break
      const sign = text.charCodeAt(index)
      if (this.#isInString) this.#readInString(sign, index)
      else if (sign === SIGN.lineEnd) this.#endLine(index)
      else if (!this.#isInElement) this.#startElement(sign, index)
      else if (this.#open.length === 0) {
        if (isTokenEnd(sign)) {
          this.#finish(index)
          continue
        }
      } else if (!isSpace(sign)) {
        if (this.#isNextDocument(sign)) {
          this.#finish(index)
          continue
        }
        if (this.#endsListWithin(sign)) return false
        this.#readInContainer(sign, index)
      }
      index++
    }
    this.#element.keepPiece()
    return true
  }

  /** False when the text ends within an element or a list. */
  end(): boolean {
    if (this.#isInString || this.#open.length > 0) return false
    if (this.#isInElement) this.#finish(0)
    return !this.#isInList
  }

  #readInString(sign: number, index: number): void {
    if (sign === SIGN.lineEnd) {
      // No string of JSON goes over a line end: its closing quote is missing.
      this.#isInString = this.#isEscaped = false
      this.#endLine(index)
    } else if (this.#isEscaped) this.#isEscaped = false
    else if (sign === SIGN.backslash) this.#isEscaped = true
    else if (sign === SIGN.quote) {
      this.#isInString = false
      this.#note(sign)
      if (this.#open.length === 0) this.#finish(index + 1)
    }
  }

  #endLine(index: number): void {
    this.#lineEndSincePrevious = true
    if (this.#isInElement && (this.#kind === 'lines' || this.#open.length === 0)) this.#finish(index)
  }

  #startElement(sign: number, index: number): void {
    if (isSpace(sign) || sign === SIGN.comma) return
    if (sign === SIGN.openList && this.#kind === 'array' && !this.#isInList) this.#isInList = true
    else if (sign === SIGN.closeList && this.#isInList) {
      this.#isInList = false
      this.#isListOver = this.#kind === 'wrapped'
    } else {
      this.#isInElement = true
      this.#element.start(index)
      this.#previous = 0
      if (isCloser(sign)) this.#finish(index + 1)
      else this.#readInContainer(sign, index)
    }
  }

  #readInContainer(sign: number, index: number): void {
    if (sign === SIGN.quote) this.#isInString = true
    else if (sign === SIGN.openObject || sign === SIGN.openList) this.#enter(sign)
    else if (isCloser(sign)) this.#leave(sign, index)
    this.#note(sign)
  }

  #enter(sign: number): void {
    if (this.#open.length < MAX_DEPTH) this.#open.push(sign)
    else {
      this.#openAbove++
      this.#element.drop('too_deep')
    }
  }

  /** A bracket that closes nothing of its kind is left to the parser to complain of. */
  #leave(sign: number, index: number): void {
    if (this.#openAbove > 0) {
      this.#openAbove--
      return
    }
    const opener = this.#open.lastIndexOf(sign === SIGN.closeList ? SIGN.openList : SIGN.openObject)
    if (opener === -1) return
    this.#open.length = opener
    if (opener === 0) this.#finish(index + 1)
  }

  /** Within an object a brace stands behind a colon: any other begins a document whose predecessor was not closed. */
  #isNextDocument(sign: number): boolean {
    if (sign !== SIGN.openObject || this.#open.at(-1) !== SIGN.openObject || this.#openAbove > 0) return false
    if (this.#previous === SIGN.colon || this.#previous === SIGN.openObject) return false
    return this.#previous === SIGN.comma || isCloser(this.#previous) || this.#lineEndSincePrevious
  }

  #endsListWithin(sign: number): boolean {
    const isListEnd = sign === SIGN.closeList && this.#isInList && this.#openAbove === 0
    return isListEnd && !this.#open.includes(SIGN.openList)
  }

  #note(sign: number): void {
    this.#previous = sign
    this.#lineEndSincePrevious = false
  }

  #finish(end: number): void {
    this.#emit(this.#element.finish(end))
    this.#isInElement = this.#isInString = this.#isEscaped = false
    this.#open.length = this.#openAbove = 0
  }
}

/** Most of a file is text in strings: this is what makes it quick. */
function endOfPlainText(text: string, start: number): number {
  let index = start
  while (index < text.length) {
    const sign = text.charCodeAt(index)
    if (sign === SIGN.quote || sign === SIGN.backslash || sign === SIGN.lineEnd) break
    index++
  }
  return index
}
