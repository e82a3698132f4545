import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportFormat, writeExport } from '../../../src/engine/contacts/export/export-file'
import { columnsOf, guessColumns } from '../../../src/engine/contacts/import/guess-options'
import { personOptions } from '../../../src/engine/contacts/import/read-people'
import { type PersonFields, readPerson } from '../../../src/engine/contacts/import/read-person'
import { inspectFile, readRecords } from '../../../src/engine/contacts/import/readers/open-source'
import type { SourceRecord } from '../../../src/engine/contacts/import/readers/source'
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
    return peopleOf(await recordsIn(path, format), format)
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
      records.push(event.record)
    }
  }
}

function peopleOf(records: readonly SourceRecord[], kind: ExportFormat): readonly PersonFields[] {
  const options = personOptions({
    path: '',
    kind,
    options: {
      purpose: 'contacts',
      encoding: 'utf-8',
      delimiter: ',',
      has_header: true,
      columns: guessColumns(columnsOf(records.slice(0, HEAD_RECORDS)), [], true),
      name_order: 'family_first',
      phone_as_whatsapp: false,
      known: 'merge',
      tags: [],
      reason: ''
    },
    defaultCountry: ARBITRARY_COUNTRY,
    now: ARBITRARY_NOW
  })
  return records.map((record) => {
    const read = readPerson(record, options)
    if ('rejected' in read) throw new Error(JSON.stringify(read))
    return read.person
  })
}
