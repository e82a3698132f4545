import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportFormat, writeExport } from '../../../src/engine/contacts/export/export-file'
import { withoutTextMark } from '../../../src/engine/contacts/export/text-mark'
import { columnsOf, guessColumns } from '../../../src/engine/contacts/import/guess-options'
import { targetsOf } from '../../../src/engine/contacts/import/read-people'
import { type PersonFields, readPerson } from '../../../src/engine/contacts/import/read-person'
import { inspectFile, readRecords } from '../../../src/engine/contacts/import/readers/open-source'
import type { SourceRecord } from '../../../src/engine/contacts/import/readers/source'
import { textOf } from '../../../src/engine/contacts/import/source-text'
import { vcardFields } from '../../../src/engine/contacts/import/vcard-fields'
import type { Contact } from '../../../src/shared/domain/contact'
import { ARBITRARY_COUNTRY } from './address-arbitrary'
import { ARBITRARY_NOW } from './contact-arbitrary'

/** How many records the columns are guessed from, as in the import. */
const HEAD_RECORDS = 20

/** Exports people to a file and imports it as somebody does who presses "next" only. Throws when a row is refused. */
export async function exportAndReadBack(
  contacts: readonly Contact[],
  format: ExportFormat
): Promise<readonly PersonFields[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loa-export-'))
  try {
    const path = join(folder, 'people')
    const written = await writeExport(path, format, contacts)
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    return peopleOf(await recordsIn(path, format))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function recordsIn(path: string, format: ExportFormat): Promise<readonly SourceRecord[]> {
  const inspected = await inspectFile(path)
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.error))
  if (inspected.value.kind !== format) throw new Error(`taken for ${inspected.value.kind}`)
  const records: SourceRecord[] = []
  const reading = readRecords(path, inspected.value)
  for (;;) {
    const { value, done } = await reading.next()
    if (done === true) {
      if (!value.ok) throw new Error(JSON.stringify(value.error))
      return records
    }
    for (const event of value) {
      if (event.type !== 'record') throw new Error(JSON.stringify(event))
      records.push(mappedRecord(event.record, format))
    }
  }
}

function mappedRecord({ row, fields }: SourceRecord, format: ExportFormat): SourceRecord {
  if (format === 'json') return { row, fields }
  if (format === 'vcard') return { row, fields: vcardFields(fields) }
  return { row, fields: new Map([...fields].map(([name, value]) => [name, withoutTextMark(textOf(value))])) }
}

function peopleOf(records: readonly SourceRecord[]): readonly PersonFields[] {
  const targetOf = targetsOf(guessColumns(columnsOf(records.slice(0, HEAD_RECORDS)), [], true))
  return records.map((record) => {
    const read = readPerson(record, {
      targetOf,
      nameOrder: 'family_first',
      phoneAsWhatsapp: false,
      defaultCountry: ARBITRARY_COUNTRY,
      tags: [],
      now: ARBITRARY_NOW
    })
    if ('rejected' in read) throw new Error(JSON.stringify(read))
    return read.person
  })
}
