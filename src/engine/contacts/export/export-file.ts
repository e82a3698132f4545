import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Contact } from '../../../shared/domain/contact'
import { fail, ok, type Result } from '../../../shared/result'
import { inPieces } from '../../pieces'
import { flushFolder } from '../../store/durable-file'
import { csvLines } from './csv-export'
import { jsonLines } from './json-export'
import { vcardLines } from './vcard-export'

export type ExportFormat = 'csv' | 'json' | 'vcard'

const LINES: Readonly<Record<ExportFormat, (contacts: readonly Contact[]) => Generator<string, void>>> = {
  csv: csvLines,
  json: jsonLines,
  vcard: vcardLines
}

const CHARACTERS_A_WRITE = 64 * 1024

/** What the system says of a folder that may be looked at only. */
const READ_ONLY: ReadonlySet<string | undefined> = new Set(['EROFS', 'EACCES', 'EPERM'])

/**
 * Writes contacts to a file, replacing what is there, and gives their number. The file is whole and on the disk, or not
 * there: until it is finished it is called `.part`.
 */
export async function writeExport(
  path: string,
  format: ExportFormat,
  contacts: readonly Contact[]
): Promise<Result<number>> {
  const written = await writeLines(path, LINES[format](contacts))
  return written.ok ? ok(contacts.length) : written
}

/** Writes text in pieces to a file, in the same way as `writeExport`. */
export const writeLines = (path: string, lines: Iterable<string>): Promise<Result<null>> =>
  writeWhole(path, (handle) => writePieces(handle, lines))

/** Writes a file in the same way as `writeExport`. */
export async function writeWhole(
  path: string,
  write: (handle: FileHandle) => Promise<void>
): Promise<Result<null>> {
  const part = `${path}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const { code, message } = error as NodeJS.ErrnoException
    if (READ_ONLY.has(code)) return fail({ code: 'folder_read_only', params: { folder: dirname(path) } })
    return fail({ code: 'storage_failed', params: { file: basename(path), detail: code ?? message } })
  }
  // Sticks and network drives may not be able to; the file itself is flushed.
  await flushFolder(dirname(path)).catch(() => undefined)
  return ok(null)
}

async function writePieces(handle: FileHandle, lines: Iterable<string>): Promise<void> {
  const pieces = inPieces()
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length >= CHARACTERS_A_WRITE) {
      await handle.appendFile(text)
      text = ''
    }
    if (pieces.isDue()) await pieces.rest()
  }
  await handle.appendFile(text)
}

/** A name that the folder does not have yet: `base.extension`, else with the next free number from ` (2)` on. A folder's has no extension. */
export async function freeName(folder: string, base: string, extension: string): Promise<string> {
  for (let count = 1; ; count++) {
    const ending = extension === '' ? '' : `.${extension}`
    const name = `${base}${count === 1 ? '' : ` (${count})`}${ending}`
    // What cannot be looked at is not there, or will be said by the writing.
    const isTaken = await lstat(join(folder, name)).then(
      () => true,
      () => false
    )
    if (!isTaken) return name
  }
}
