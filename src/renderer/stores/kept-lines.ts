import { KEPT_LOG_LINES, type LogLine } from '../../shared/domain/log-line'
import { foldText } from '../../shared/text/fold-text'

/** Eighty megabytes of text, ten times what a hundred thousand usual lines hold. */
const MOST_CHARACTERS = 40_000_000

/**
 * The last lines of the log, in a ring: their numbers have no gap, so a line's place follows from its number, and a new
 * line costs the same whether ten are kept or a hundred thousand. It changes in place; who draws from it is told when.
 */
export class KeptLines {
  readonly #lines: (LogLine | undefined)[] = []
  /** What a search sees of each line, once one was made. */
  readonly #folded: (string | undefined)[] = []
  readonly #capacity: number
  readonly #mostCharacters: number
  #characters = 0
  #first = 1
  #end = 1

  constructor(capacity = KEPT_LOG_LINES, mostCharacters = MOST_CHARACTERS) {
    this.#capacity = capacity
    this.#mostCharacters = mostCharacters
  }

  /** The number of the oldest line; that of the next one when there is none. */
  get first(): number {
    return this.#first
  }

  /** One more than the number of the newest line. */
  get end(): number {
    return this.#end
  }

  /** Adds what is newer than the newest line, in order; what is known already is passed over. */
  add(lines: readonly LogLine[]): void {
    for (const line of lines) {
      if (line.seq < this.#end) continue
      // Lines between have been dropped by the main process, so those before them are older than any that is kept.
      if (line.seq > this.#end) this.#restart(line.seq)
      const place = line.seq % this.#capacity
      if (this.#end - this.#first === this.#capacity) this.#dropFirst()
      this.#lines[place] = line
      this.#folded[place] = undefined
      this.#characters += line.text.length
      this.#end = line.seq + 1
      while (this.#characters > this.#mostCharacters && this.#end - this.#first > 1) this.#dropFirst()
    }
  }

  /** Forgets every line: they are to be read anew. */
  clear(): void {
    this.#restart(1)
  }

  at(seq: number): LogLine | undefined {
    return seq >= this.#first && seq < this.#end ? this.#lines[seq % this.#capacity] : undefined
  }

  /** The text of a line as a search sees it. Lines never change, so each is folded once. */
  readonly folded = (line: LogLine): string => {
    const place = line.seq % this.#capacity
    if (this.at(line.seq) !== line) return foldText(line.text)
    return (this.#folded[place] ??= foldText(line.text))
  }

  #dropFirst(): void {
    const place = this.#first % this.#capacity
    this.#characters -= this.#lines[place]?.text.length ?? 0
    this.#lines[place] = undefined
    this.#folded[place] = undefined
    this.#first += 1
  }

  #restart(seq: number): void {
    this.#lines.length = 0
    this.#folded.length = 0
    this.#characters = 0
    this.#first = seq
    this.#end = seq
  }
}
