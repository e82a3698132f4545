import type { ReportVerdict } from '../../shared/domain/report'
import { FIRST_LINK, REPORT_FORMAT } from './hash-chain'
import { hashIn, isClosing, isClosingWithoutEnd, isLinked } from './report-line'

const NEWLINE = 0x0a

/** Where the name of the format must stand in a report whose first line was changed. */
const HEAD_BYTES = 4 * 1024

/** How many lines are looked at for one that continues the line before it. */
const LOOKED_AT_LINES = 16

/** Far longer than any line of ours: a text has at most 100,000 characters. */
const LONGEST_LINE_BYTES = 16 * 1024 * 1024

const NOTHING = Buffer.alloc(0)

/**
 * Checks the hash chain of a report, whose bytes may come in pieces of any size. It parses neither JSON nor CSV: a line is
 * what ends in a newline, and its hash stands at a fixed place before that. Each line must continue the chain, and the
 * last must be the end. What does not begin so is a report all the same, but an altered one, when its head names the format
 * or one of its first lines continues the line before it: no single change takes both away.
 */
export class ReportCheck {
  #head: Buffer | null = NOTHING
  #rest: Buffer = NOTHING
  #last = FIRST_LINK
  #lines = 0
  #seal: string | null = null
  #alteredLine: number | null = null
  #isReport = false
  #isDecided = false

  /** Nothing that follows can change the verdict. */
  get isDecided(): boolean {
    return this.#isDecided
  }

  push(bytes: Buffer): void {
    if (this.#isDecided) return
    if (this.#head === null) return this.#take(bytes)
    this.#head = Buffer.concat([this.#head, bytes])
    if (this.#head.length >= HEAD_BYTES) this.#readHead(this.#head)
  }

  /** What was found, once there are no more bytes. */
  verdict(): ReportVerdict {
    if (this.#head !== null) this.#readHead(this.#head)
    if (this.#rest.length > 0 && this.#alteredLine === null) this.#judgeRest()
    if (!this.#isReport) return { outcome: 'not_a_report' }
    if (this.#alteredLine !== null) return { outcome: 'altered', line: this.#alteredLine }
    if (this.#seal !== null) return { outcome: 'intact', lines: this.#lines, seal: this.#seal }
    return { outcome: 'cut_off', line: this.#rest.length > 0 ? this.#lines + 1 : this.#lines }
  }

  #readHead(head: Buffer): void {
    this.#head = null
    this.#isReport = head.subarray(0, HEAD_BYTES).includes(REPORT_FORMAT)
    this.#take(head)
  }

  #take(bytes: Buffer): void {
    const text = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    let start = 0
    for (let end = text.indexOf(NEWLINE); end !== -1; end = text.indexOf(NEWLINE, start)) {
      this.#judge(text.subarray(start, end + 1))
      if (this.#isDecided) return
      start = end + 1
    }
    this.#rest = text.subarray(start)
    if (this.#rest.length > LONGEST_LINE_BYTES) {
      this.#alteredLine ??= this.#lines + 1
      this.#isDecided = true
    }
  }

  #judge(line: Buffer): void {
    const before = this.#last
    const isLinkedHere = this.#seal === null && isLinked(before, line)
    this.#lines += 1
    this.#last = hashIn(line) ?? ''
    if (this.#alteredLine !== null) {
      this.#isReport = isLinkedHere
      this.#isDecided = isLinkedHere || this.#lines === LOOKED_AT_LINES
    } else if (!isLinkedHere) {
      this.#alteredLine = this.#lines
      this.#isDecided = this.#isReport
    } else {
      this.#isReport = true
      if (isClosing(line)) this.#seal = before
    }
  }

  /** What stands behind the last newline. */
  #judgeRest(): void {
    const isAltered = this.#seal !== null || isClosingWithoutEnd(this.#last, this.#rest)
    if (isAltered) this.#alteredLine = this.#lines + 1
  }
}
