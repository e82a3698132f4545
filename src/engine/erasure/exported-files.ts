import { lstat } from 'node:fs/promises'
import type { ExportedFile } from '../../shared/ipc/backup-views'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import type { ExportsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'

/** More than anybody exports in years; the oldest go first. */
const MOST_KEPT = 2_000

/** What Loa has written outside of its folder: whoever asks to be erased may be in it, and only the operator can remove it. */
export class ExportedFiles {
  readonly #collection: Collection<ExportsFile>
  readonly #clock: Clock

  constructor(collection: Collection<ExportsFile>, clock: Clock) {
    this.#collection = collection
    this.#clock = clock
  }

  /** Remembers a file or folder. One that cannot be remembered was written all the same. */
  async note(path: string): Promise<void> {
    const at = isoOf(this.#clock.nowMs())
    await this.#collection.update(({ exports }) => ({
      exports: [...exports.filter((each) => each.path !== path), { path, at }].slice(-MOST_KEPT)
    }))
  }

  /** Those that are still where they were written, newest first. */
  async present(): Promise<readonly ExportedFile[]> {
    const found = await Promise.all(
      this.#collection.value.exports.map((each) =>
        lstat(each.path).then(
          () => [each],
          () => []
        )
      )
    )
    return found.flat().reverse()
  }
}
