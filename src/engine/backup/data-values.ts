import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { DATA_FILES, type DataFolder } from '../store/data-folder'
import type { FileFormat } from '../store/file-format'
import { parseFile, UnusableFile } from '../store/json-file-adapter'
import { parseInPieces } from '../store/parse-pieces'
import { stringifyInPieces } from '../store/stringify-pieces'
import { BACKED_UP, type BackedUpFile, type DataFileName } from './backup-format'

type ValueOf<Name extends DataFileName> = (typeof DATA_FILES)[Name]['empty']

/** The content of every file that a backup holds. */
export type DataValues = { readonly [Name in BackedUpFile]: ValueOf<Name> }

/** V8 reads no longer text; no list of ours comes near it. */
const LONGEST_FILE_BYTES = 500_000_000

const formatOf = <Name extends DataFileName>(name: Name) =>
  DATA_FILES[name].format as unknown as FileFormat<ValueOf<Name>>

/** What the running engine works with: all of it is on the disk. */
export const presentValues = (data: DataFolder): DataValues => ({
  'settings.json': data.settings.value,
  'contacts.json': data.contacts.value,
  'suppressions.json': data.suppressions.value,
  'erasures.json': data.erasures.value,
  'campaigns.json': data.campaigns.value,
  'filters.json': data.filters.value,
  'templates.json': data.templates.value,
  'last-import.json': data.imports.value,
  'drafts.json': data.drafts.value,
  'exports.json': data.exports.value,
  'runs.json': data.runs.value
})

/** Reads the files of a backup that was unpacked; one that it does not have is empty. */
export async function backupValues(folder: string): Promise<Result<DataValues>> {
  const values: Record<string, unknown> = {}
  for (const name of BACKED_UP) {
    try {
      values[name] = await readValue(folder, name)
    } catch (error) {
      return fail({
        code: error instanceof UnusableFile && error.kind === 'newer' ? 'backup_newer' : 'backup_damaged'
      })
    }
  }
  return ok(values as unknown as DataValues)
}

/**
 * Reads the files of a data folder as far as it can be done: of a damaged one the last good copy counts, else it is
 * empty. It may be damage that something is put back for.
 */
export async function presentFiles(folder: string): Promise<DataValues> {
  const values: Record<string, unknown> = {}
  for (const name of BACKED_UP) values[name] = await readAnyVersion(folder, name)
  return values as unknown as DataValues
}

/** One file of a data folder, read in the same way. */
export async function readAnyVersion<Name extends DataFileName>(
  folder: string,
  name: Name
): Promise<ValueOf<Name>> {
  for (const file of [name, `${name}.bak`]) {
    try {
      return await readValue(folder, name, file)
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error
    }
  }
  return DATA_FILES[name].empty
}

/** A file's bytes as the store writes them. */
export const bytesOf = (name: DataFileName, value: object): Promise<Buffer> =>
  stringifyInPieces({ ...value, schema_version: DATA_FILES[name].format.schemaVersion })

async function readValue<Name extends DataFileName>(
  folder: string,
  name: Name,
  file: string = name
): Promise<ValueOf<Name>> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new UnusableFile('unreadable')
    // A file that was never written, or was lost: then its last good copy is tried before it counts as empty.
    if (file === name && (await exists(join(folder, `${name}.bak`)))) throw new UnusableFile('damaged')
    return DATA_FILES[name].empty
  }
  if (bytes.length > LONGEST_FILE_BYTES) throw new UnusableFile('damaged')
  const format = formatOf(name)
  return ((await parseInPieces(bytes, format)) ?? parseFile(bytes.toString('utf8'), format)).value
}

const exists = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false
  )
