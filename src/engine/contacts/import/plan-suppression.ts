import { CHANNEL_IDS, perChannel } from '../../../shared/domain/channel'
import { displayName } from '../../../shared/domain/contact'
import type { ImportCheck, ImportProblem, RowOutcome } from '../../../shared/domain/contact-import'
import { personKeys } from '../contact-keys'
import type { PersonFields, ReadPerson, RejectedRow } from './read-person'
import { RowReports } from './row-reports'

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
  readonly #reports = new RowReports()
  #doubtful = 0

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

  get reports(): RowReports {
    return this.#reports
  }

  get counts(): Readonly<Record<RowOutcome, number>> {
    return this.#reports.counts
  }

  check(): ImportCheck {
    return {
      rows: this.#reports.rows,
      counts: this.#reports.counts,
      doubtful: this.#doubtful,
      reach: perChannel(() => 0),
      whatsapp_by_phone: 0,
      problems: this.#reports.firstFlagged(SHOWN_PROBLEMS),
      problem_count: this.#reports.flagged
    }
  }

  #report(row: number, outcome: RowOutcome, name: string, problems: readonly ImportProblem[]): void {
    if (outcome !== 'rejected' && problems.length > 0) this.#doubtful += 1
    this.#reports.add(row, outcome, name, problems)
  }
}
