import { basename } from 'node:path'
import type {
  FileKind,
  ImportOptions,
  ImportPreview,
  ImportPurpose
} from '../../../shared/domain/contact-import'
import { fail, ok, type Result } from '../../../shared/result'
import { columnsOf, guessColumns, guessNameOrder, guessPurpose } from './guess-options'
import { previewRow } from './preview-row'
import { personOptions, readEvents } from './read-people'
import { readHead } from './readers/open-source'
import { failureOf } from './source-failure'

/** The file that the wizard has open. */
export interface OpenFile {
  readonly path: string
  readonly kind: FileKind
  readonly sizeBytes: number
}

/** How the operator wants a file to be read; null is for what is still to be guessed. */
export type SaidOptions = Omit<ImportOptions, 'purpose' | 'name_order'> & {
  readonly purpose: ImportPurpose | null
  readonly name_order: ImportOptions['name_order'] | null
}

const PREVIEW_ROWS = 20

/** The head of a file as it would come in, with everything guessed that the operator has not said. */
export async function previewFile(
  { path, kind, sizeBytes }: OpenFile,
  said: SaidOptions,
  defaultCountry: string,
  now: string
): Promise<Result<ImportPreview>> {
  const { encoding, delimiter, has_header: hasHeader } = said
  const head = await readHead(path, { kind, encoding, delimiter, hasHeader }, PREVIEW_ROWS)
  if (!head.ok) return fail(failureOf(head.error))
  const records = head.value.flatMap((event) => (event.type === 'record' ? [event.record] : []))
  const found = columnsOf(records)
  const options: ImportOptions = {
    ...said,
    purpose: said.purpose ?? guessPurpose(records),
    name_order: said.name_order ?? guessNameOrder(found, defaultCountry),
    columns: guessColumns(found, said.columns, hasHeader || kind !== 'csv')
  }
  const person = personOptions({ path, kind, options, defaultCountry, now })
  const targets = new Map(options.columns.map(({ name, target }) => [name, target]))
  return ok({
    file_name: basename(path),
    size_bytes: sizeBytes,
    kind,
    options,
    columns: found.map((column) => ({ ...column, target: targets.get(column.name) ?? 'custom' })),
    rows: readEvents(head.value, person).map(previewRow)
  })
}
