import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Adapter } from 'lowdb'
import type { StorageProblem } from '../../shared/ipc/views'
import { replaceFile } from './durable-file'
import type { FileFormat } from './file-format'
import { parseInPieces } from './parse-pieces'
import { jsonParts } from './stringify-pieces'

const OWNER_ONLY = 0o600

/** Thrown inside the store when a file cannot be used; it never leaves the store. */
export class UnusableFile extends Error {
  constructor(readonly kind: StorageProblem['kind']) {
    super(kind)
  }
}

/** Parses the text of a data file, migrating an older version. Throws `UnusableFile`. */
export function parseFile<T>(text: string, format: FileFormat<T>): { value: T; migrated: boolean } {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new UnusableFile('damaged')
  }
  if (typeof content !== 'object' || content === null || !('schema_version' in content))
    throw new UnusableFile('damaged')
  const version = content.schema_version
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new UnusableFile('damaged')
  if (version > format.schemaVersion) throw new UnusableFile('newer')
  const upToDate = format.migrations
    .slice(version - 1)
    .reduce<object>((older, migrate) => migrate({ ...older }), content)
  const parsed = format.schema.safeParse(upToDate)
  if (!parsed.success) throw new UnusableFile('damaged')
  return { value: parsed.data, migrated: version < format.schemaVersion }
}

/** lowdb's own writer renames without flushing; this one is durable, keeps the last good version and never guesses. */
export class JsonFileAdapter<T> implements Adapter<T> {
  readonly backup: string
  readonly #file: string
  readonly #format: FileFormat<T>
  /** Only a version that was read or written whole may become the backup. */
  #presentIsGood = false

  constructor(file: string, format: FileFormat<T>) {
    this.#file = file
    this.#format = format
    this.backup = `${file}.bak`
  }

  /** The content, or null for a file that was never written. Throws `UnusableFile` and leaves the file alone. */
  async read(): Promise<T | null> {
    let bytes: Buffer
    try {
      bytes = await readFile(this.#file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new UnusableFile('unreadable')
      if (await this.backupTime()) throw new UnusableFile('damaged')
      return null
    }
    const { value, migrated } =
      (await parseInPieces(bytes, this.#format)) ?? parseFile(bytes.toString('utf8'), this.#format)
    this.#presentIsGood = true
    if (migrated) await this.write(value)
    return value
  }

  async write(value: T): Promise<void> {
    const json = jsonParts({ ...value, schema_version: this.#format.schemaVersion })
    if (this.#format.isPrivate === true) await replaceFile(this.#file, json, null, OWNER_ONLY)
    else await replaceFile(this.#file, json, this.#presentIsGood ? this.backup : null)
    this.#presentIsGood = true
  }

  /** Reads the last good copy. Throws `UnusableFile` when it is no good either. */
  async readBackup(): Promise<T> {
    const text = await readFile(this.backup, 'utf8').catch(() => {
      throw new UnusableFile('damaged')
    })
    return parseFile(text, this.#format).value
  }

  /** When the last good copy was written, or null when there is none. */
  async backupTime(): Promise<string | null> {
    return stat(this.backup).then(
      (found) => found.mtime.toISOString(),
      () => null
    )
  }

  /**
   * Copies a file that cannot be used beside itself, once a content, so that nothing can ever overwrite it.
   * Returns the copy's name, or undefined when there is no file to copy.
   */
  async setAside(): Promise<string | undefined> {
    try {
      const digest = createHash('sha256')
        .update(await readFile(this.#file))
        .digest('hex')
      const copy = `${this.#file}.damaged-${digest.slice(0, 8)}`
      await copyFile(this.#file, copy, constants.COPYFILE_EXCL).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      })
      return basename(copy)
    } catch {
      return undefined
    }
  }
}
