import { copyFile, link, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a new or renamed entry of a folder durable. Windows cannot flush folders and does not need it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps the present version of a file beside it. A hard link costs nothing; file systems without links get a copy. */
async function keepBackup(file: string, backup: string): Promise<void> {
  await rm(backup, { force: true })
  try {
    await link(file, backup)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return
    await copyFile(file, backup)
  }
}

/**
 * Replaces a file so that a crash or power cut at any moment leaves the old or the new text, never a mixture:
 * temporary file, fsync, rename, fsync of the folder.
 *
 * @param backup where the previous version is kept, when it is a good one
 * @param mode who may read the file; Windows, where the profile's folder is the operator's own, knows nothing of it
 */
export async function replaceFile(
  file: string,
  text: string | Buffer | AsyncIterable<Buffer>,
  backup: string | null,
  mode?: number
): Promise<void> {
  if (backup !== null) await keepBackup(file, backup)
  // One writer a file, so one name is enough: what a crash leaves of it is overwritten by the next change.
  const temporary = `${file}.new`
  try {
    const handle = await open(temporary, 'w', mode)
    try {
      // What a crash left of it may have been made with other rights.
      if (mode !== undefined) await handle.chmod(mode)
      // A disk that fills up takes a part of a write and calls that a success; `writeFile` goes on until all is written.
      await writeFile(handle, text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await flushFolder(dirname(file))
}
