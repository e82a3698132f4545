import { CHANNEL_IDS, perChannel } from '../../../shared/domain/channel'
import { displayName } from '../../../shared/domain/contact'
import type { ImportCheck, ImportProblem, RowOutcome, RowReport } from '../../../shared/domain/contact-import'
import { personKeys } from '../contact-keys'
import type { PersonFields, ReadPerson, RejectedRow } from './read-person'

const SHOWN_PROBLEMS = 200

/** Findings that say why an address of a row cannot be known again. */
const UNUSABLE = new Set<ImportProblem['code']>([
  'number_invalid',
  'number_damaged',
  'telegram_invalid',
  'telegram_invite'
])

/** A file of people who must not be contacted, row by row: their addresses are what counts. */
export class SuppressionPlan {
  readonly newcomers = 0
  readonly #isBlocked: (person: PersonFields) => boolean
  readonly #keys = new Set<string>()
  readonly #reports: RowReport[] = []
  readonly #counts: Record<RowOutcome, number> = {
    added: 0,
    merged: 0,
    unchanged: 0,
    skipped: 0,
    rejected: 0
  }

  /** @param isBlocked is nothing sent to any of the person's addresses already? */
  constructor(isBlocked: (person: PersonFields) => boolean) {
    this.#isBlocked = isBlocked
  }

  /** Takes the next row of the file. */
  add(read: ReadPerson | RejectedRow): void {
    if ('rejected' in read) return this.#report(read.row, 'rejected', read.name, read.rejected)
    const { row, person, problems } = read
    const keys = personKeys(person)
    const name = displayName(person)
    if (keys.length === 0) {
      const why = problems.filter(({ code }) => UNUSABLE.has(code))
      return this.#report(row, 'rejected', name, why.length > 0 ? why : [{ code: 'no_address' }])
    }
    const isNew = !this.#isBlocked(person) && keys.some((key) => !this.#keys.has(key))
    for (const key of keys) this.#keys.add(key)
    this.#report(row, isNew ? 'added' : 'unchanged', name, problems)
  }

  /** The addresses that must not be used, on no channel. */
  get addresses(): readonly { readonly channels: typeof CHANNEL_IDS; readonly key: string }[] {
    return [...this.#keys].map((key) => ({ channels: CHANNEL_IDS, key }))
  }

  get reports(): readonly RowReport[] {
    return this.#reports
  }

  get counts(): Readonly<Record<RowOutcome, number>> {
    return this.#counts
  }

  check(): ImportCheck {
    const problems = this.#reports.filter((report) => report.problems.length > 0)
    return {
      rows: this.#reports.length,
      counts: this.#counts,
      doubtful: problems.filter(({ outcome }) => outcome !== 'rejected').length,
      reach: perChannel(() => 0),
      whatsapp_by_phone: 0,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problem_count: problems.length
    }
  }

  #report(row: number, outcome: RowOutcome, name: string, problems: readonly ImportProblem[]): void {
    this.#counts[outcome] += 1
    this.#reports.push({ row, outcome, name, problems })
  }
}
