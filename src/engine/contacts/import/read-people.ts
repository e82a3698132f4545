import type {
  FileKind,
  ImportOptions,
  ImportProblem,
  ImportTarget
} from '../../../shared/domain/contact-import'
import type { Result } from '../../../shared/result'
import { customName } from './custom-fields'
import { guessTarget, REPEATABLE } from './guess-target'
import { type PersonOptions, type ReadPerson, readPerson, type RejectedRow } from './read-person'
import { readRecords } from './readers/open-source'
import type { SourceEvent, SourceFailure } from './readers/source'

/** Everything that turns a file into people, as plain data: it crosses into a worker thread. */
export interface PeopleOrder {
  readonly path: string
  readonly kind: FileKind
  readonly options: ImportOptions
  readonly defaultCountry: string
  /** The time of the import, ISO. */
  readonly now: string
}

export interface PeopleBatch {
  readonly people: readonly (ReadPerson | RejectedRow)[]
  readonly readBytes: number
}

export interface PeopleEnd {
  readonly records: number
}

/** Reads a file batch by batch; ends early when it is returned. */
export type PeopleReader = (
  order: PeopleOrder,
  signal: AbortSignal
) => AsyncGenerator<PeopleBatch, Result<PeopleEnd, SourceFailure>>

/** How the columns become fields: as the operator said, else by their name. */
export function targetsOf(columns: ImportOptions['columns']): (column: string) => ImportTarget {
  const targets = new Map(columns.map(({ name, target }) => [name, target]))
  return (column) => {
    const known = targets.get(column)
    if (known !== undefined) return known
    // A column that the head of the file did not have does not take a field from one that it had.
    const guessed = guessTarget(column)
    const isFree = REPEATABLE.has(guessed) || !columns.some(({ target }) => target === guessed)
    const target = isFree ? guessed : 'custom'
    targets.set(column, target)
    return target
  }
}

/** Remembers the answers: there are few columns and many rows. */
function remembered<T>(answer: (column: string) => T): (column: string) => T {
  const known = new Map<string, T>()
  return (column) => {
    const before = known.get(column)
    if (before !== undefined) return before
    const now = answer(column)
    known.set(column, now)
    return now
  }
}

export const personOptions = ({ options, defaultCountry, now }: PeopleOrder): PersonOptions => ({
  targetOf: targetsOf(options.columns),
  customNameOf: remembered((column) => customName(column.replace(/^custom\./, ''))),
  nameOrder: options.name_order,
  phoneAsWhatsapp: options.phone_as_whatsapp,
  defaultCountry,
  tags: options.tags,
  now
})

/** Reads people in this thread. */
export async function* readPeople(
  order: PeopleOrder,
  signal: AbortSignal
): AsyncGenerator<PeopleBatch, Result<PeopleEnd, SourceFailure>> {
  const { path, kind, options } = order
  const { encoding, delimiter, has_header: hasHeader } = options
  const person = personOptions(order)
  let readBytes = 0
  const records = readRecords(
    path,
    { kind, encoding, delimiter, hasHeader },
    { signal, onProgress: (bytes) => (readBytes = bytes) }
  )
  try {
    for (;;) {
      const { value, done } = await records.next()
      if (done === true) return value
      yield { readBytes, people: readEvents(value, person) }
    }
  } finally {
    // Whoever leaves early must not leave the file open.
    await records.return({ ok: false, error: { code: 'cancelled' } })
  }
}

/** The people of a batch of events; a doubt about a row belongs to the record that follows it. */
export function readEvents(
  events: readonly SourceEvent[],
  options: PersonOptions
): readonly (ReadPerson | RejectedRow)[] {
  const doubts = new Map<number, ImportProblem[]>()
  const people: (ReadPerson | RejectedRow)[] = []
  for (const event of events) {
    if (event.type === 'record') {
      const read = readPerson(event.record, options)
      const doubt = doubts.get(read.row) ?? []
      people.push('rejected' in read ? read : { ...read, problems: [...doubt, ...read.problems] })
      continue
    }
    const { row, code, detail } = event.problem
    const problem = { code, ...(detail !== undefined && { detail }) }
    if (event.type === 'doubt') doubts.set(row, [...(doubts.get(row) ?? []), problem])
    else people.push({ row, name: '', rejected: [problem] })
  }
  return people
}
