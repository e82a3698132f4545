import { MAX_RECORD_CHARACTERS } from './record-parser'

/** One element of a JSON file: its text, or why that was not kept. */
export type JsonElement =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'too_deep' }
  | { readonly type: 'too_large' }

/** Collects the text of one element over the pieces it is spread over, as long as it is worth keeping. */
export class ElementText {
  #piece = ''
  /** Where the element begins in the piece; null between elements. */
  #start: number | null = null
  #parts: string[] = []
  #characters = 0
  #dropped: 'too_deep' | 'too_large' | null = null

  takePiece(piece: string): void {
    this.#piece = piece
    if (this.#start !== null) this.#start = 0
  }

  keepPiece(): void {
    if (this.#start !== null) this.#add(this.#piece.slice(this.#start))
    this.#piece = ''
  }

  start(index: number): void {
    this.#start = index
  }

  drop(reason: 'too_deep' | 'too_large'): void {
    this.#dropped ??= reason
    this.#parts = []
  }

  /** The element up to the index in the current piece. Then the next one can start. */
  finish(end: number): JsonElement {
    this.#add(this.#piece.slice(this.#start ?? 0, end))
    const element: JsonElement =
      this.#dropped === null ? { type: 'text', text: this.#parts.join('') } : { type: this.#dropped }
    this.#start = this.#dropped = null
    this.#parts = []
    this.#characters = 0
    return element
  }

  #add(part: string): void {
    this.#characters += part.length
    if (this.#characters > MAX_RECORD_CHARACTERS) this.drop('too_large')
    if (this.#dropped === null) this.#parts.push(part)
  }
}
