import type { ImportOptions, ImportPurpose } from '../../../shared/domain/contact-import'
import { guessTargets } from './guess-target'
import type { SourceRecord } from './readers/source'
import { textOf } from './source-text'

export interface FoundColumn {
  readonly name: string
  readonly samples: readonly string[]
}

const SAMPLES = 5
const LONGEST_SAMPLE = 80

/** The columns of the first records with what stands in them first. */
export function columnsOf(records: readonly SourceRecord[]): readonly FoundColumn[] {
  const samples = new Map<string, string[]>()
  for (const { fields } of records) {
    for (const [name, value] of fields) {
      const known = samples.get(name) ?? []
      samples.set(name, known)
      const text = textOf(value).trim()
      if (text !== '' && known.length < SAMPLES) known.push(text.slice(0, LONGEST_SAMPLE))
    }
  }
  return [...samples].map(([name, found]) => ({ name, samples: found }))
}

/** A document of the reference system that is a campaign and not a contact. */
const isCampaign = ({ fields }: SourceRecord): boolean =>
  fields.has('schedule_settings') || fields.has('call_script')

/** What the file most likely is for. */
export const guessPurpose = (records: readonly SourceRecord[]): ImportPurpose =>
  records.length > 0 && records.every(isCampaign) ? 'campaigns' : 'contacts'

/** The operator's country says how names are written: Vietnamese ones end with the first name. */
export const guessNameOrder = (
  columns: readonly FoundColumn[],
  defaultCountry: string
): ImportOptions['name_order'] =>
  defaultCountry === 'VN' || columns.some(({ name }) => /họ|tên/i.test(name.normalize('NFC')))
    ? 'family_first'
    : 'given_first'

/** Columns as guessed, where the operator has not said what they are. */
export function guessColumns(
  columns: readonly FoundColumn[],
  said: ImportOptions['columns'],
  hasHeader: boolean
): ImportOptions['columns'] {
  const known = new Map(said.map(({ name, target }) => [name, target]))
  const guessed = guessTargets(columns, hasHeader)
  return columns.map(({ name }, index) => ({
    name,
    target: known.get(name) ?? guessed[index] ?? 'custom'
  }))
}
