import type { ImportProblem, RowOutcome, RowReport } from '../../../shared/domain/contact-import'

interface Flagged {
  readonly name: string
  readonly problems: readonly ImportProblem[]
}

/**
 * What became of every row of a file. Of the many rows that are as they should be only number and outcome are kept, so
 * that memory does not grow with the file.
 */
export class RowReports {
  readonly counts: Record<RowOutcome, number> = { added: 0, merged: 0, unchanged: 0, skipped: 0, rejected: 0 }
  readonly #rows: number[] = []
  readonly #outcomes: RowOutcome[] = []
  readonly #flagged = new Map<number, Flagged>()

  add(row: number, outcome: RowOutcome, name: string, problems: readonly ImportProblem[]): void {
    this.counts[outcome] += 1
    if (problems.length > 0) this.#flagged.set(this.#rows.length, { name, problems })
    this.#rows.push(row)
    this.#outcomes.push(outcome)
  }

  get rows(): number {
    return this.#rows.length
  }

  get flagged(): number {
    return this.#flagged.size
  }

  /** Every row, in the order of the file; those that need no look have no name. */
  *all(): Generator<RowReport> {
    for (const index of this.#rows.keys()) yield this.#at(index)
  }

  /** The first rows that somebody should look at. */
  firstFlagged(count: number): readonly RowReport[] {
    const first: RowReport[] = []
    for (const index of this.#flagged.keys()) {
      if (first.length === count) break
      first.push(this.#at(index))
    }
    return first
  }

  #at(index: number): RowReport {
    const { name, problems } = this.#flagged.get(index) ?? { name: '', problems: [] }
    return { row: this.#rows[index] ?? 0, outcome: this.#outcomes[index] ?? 'skipped', name, problems }
  }
}
