import { createHash } from 'node:crypto'

/** What the first line of a report says it is. A later layout counts this up. */
export const REPORT_FORMAT = 'loa-run-report/1'

/** The hex digits of one SHA-256. */
export const CHAIN_LENGTH = 64

/** The first cell of a CSV report's last row. No other row begins so: its first cell is a name of ours, an id, or empty. */
export const END_CELL = 'end'

/** What the first line is chained to. */
export const FIRST_LINK: string = createHash('sha256').update(REPORT_FORMAT).digest('hex')

/**
 * The hash that stands in a line: SHA-256, in hex, of the hash in the line before, a newline, and the bytes of this line
 * with its line end and without the 64 digits of its own hash.
 */
export const linkOf = (previous: string, before: string | Uint8Array, after: string | Uint8Array): string =>
  createHash('sha256').update(`${previous}\n`).update(before).update(after).digest('hex')

/** Chains the lines of a report, in their order. */
export class HashChain {
  #last = FIRST_LINK

  /** The hash in the last line so far: it stands for everything up to there. */
  get last(): string {
    return this.#last
  }

  /** A whole line: what stands before its hash, the hash, what stands behind it. */
  line(before: string, after: string): string {
    this.#last = linkOf(this.#last, before, after)
    return before + this.#last + after
  }
}
