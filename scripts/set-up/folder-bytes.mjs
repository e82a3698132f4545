import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The size of all files below a folder, in bytes. What vanishes while it is counted, or is not there, is 0.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function folderBytes(folder) {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) bytes += await folderBytes(path)
    else if (entry.isFile())
      bytes += await stat(path).then(
        (found) => found.size,
        () => 0
      )
  }
  return bytes
}
