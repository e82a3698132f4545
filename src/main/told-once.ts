import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What was said once and is not said again. It is remembered on this computer beside the data folders, so that neither a
 * restored backup nor a new folder brings it back.
 *
 * @param folder null when nothing is to be remembered
 */
export function toldOnce(folder: string | null) {
  const told = new Set<string>()
  return {
    /** True exactly the first time that it is asked. */
    async isFirst(name: string): Promise<boolean> {
      if (told.has(name)) return false
      told.add(name)
      if (folder === null) return true
      const file = join(folder, `told-${name}`)
      const isKnown = await access(file).then(
        () => true,
        () => false
      )
      if (isKnown) return false
      // What cannot be remembered is only said once more after the next start.
      await mkdir(folder, { recursive: true })
        .then(() => writeFile(file, ''))
        .catch(() => undefined)
      return true
    }
  }
}
