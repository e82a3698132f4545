import type { z } from 'zod'
import type { Occurrence, OccurrenceNote, scheduleSettingsSchema } from '../../src/shared/domain/schedule'

type Settings = z.input<typeof scheduleSettingsSchema>

/**
 * What one slot must be. A bare instant: at the wall time that the schedule names, with no note. Else the instant and
 * its notes; `nominal` and `local` are given where they differ from each other.
 */
export type ExpectedSlot = string | readonly [at: string, note: Note, nominal?: string, local?: string]

type Note = OccurrenceNote | 'short_month+gap_shifted' | 'short_month+ambiguous_first'

/**
 * One line of the table. Every expected instant was derived by hand from the rules of the design and the offsets of
 * the IANA data, and is written out: nothing in the table is computed. Instants are `2024-01-31T02:00Z`, with seconds
 * where there are any.
 */
export interface OccurrenceCase {
  readonly name: string
  readonly zone: string
  readonly start: string
  readonly rule: Omit<Settings, 'start_time' | 'timezone'>
  /** The slots asked for are those after this instant; absent: all from the first on. */
  readonly after?: string
  /** The first slots after `after`, in order. */
  readonly expect: readonly ExpectedSlot[]
  /** Nothing follows the expected slots. */
  readonly over?: true
}

export const settingsOf = ({ zone, start, rule }: OccurrenceCase): Settings => ({
  ...rule,
  start_time: start,
  timezone: zone
})

/** `2024-01-31T02:00Z` as the product writes it, `2024-01-31T02:00:00.000Z`. */
const fullInstant = (text: string) => `${withSeconds(text.slice(0, -1))}.000Z`

const withSeconds = (text: string) => (text.length === 16 ? `${text}:00` : text)

/** The fields of a found slot that the expectation speaks of, ready to be compared with `expectedFields`. */
export function foundFields(occurrence: Occurrence, expected: ExpectedSlot | undefined) {
  const { at, nominal, local, notes } = occurrence
  const wall = isNamed(expected) ? { nominal, local } : { staysAtItsWallTime: nominal === local }
  return { at, notes, ...wall }
}

export function expectedFields(expected: ExpectedSlot) {
  if (typeof expected === 'string') return { at: fullInstant(expected), notes: [], staysAtItsWallTime: true }
  const [at, note, nominal, local] = expected
  const wall =
    nominal === undefined
      ? { staysAtItsWallTime: true }
      : { nominal: withSeconds(nominal), local: withSeconds(local ?? nominal) }
  return { at: fullInstant(at), notes: note.split('+'), ...wall }
}

const isNamed = (expected: ExpectedSlot | undefined) => Array.isArray(expected) && expected.length > 2
