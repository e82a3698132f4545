import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupSettings } from '../../shared/domain/settings'
import type { BackupCopies, BackupKind, BackupProgress, RestorePreview } from '../../shared/ipc/backup-views'
import { fail, ok, type Result } from '../../shared/result'
import { freeName } from '../contacts/export/export-file'
import type { Clock, Ledgers } from '../ports'
import { flushFolder } from '../store/durable-file'
import { type DataFolder, everyFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { unpackedRuns } from './apply-restore'
import { BACKUP_EXTENSION, backupName, listCopies, removeOldCopies } from './backup-copies'
import type { BackupManifest } from './backup-format'
import { backupValues, presentValues } from './data-values'
import { makeBackup } from './make-backup'
import { restoreFolderIn, writeOrder } from './restore-folder'
import { restorePreview } from './restore-preview'
import { unpack } from './unpack'

export interface BackupsContext {
  readonly clock: Clock
  readonly data: DataFolder
  readonly ledgers: Ledgers
  readonly appVersion: string
  readonly settings: () => BackupSettings
  readonly say: (text: string) => void
  readonly onProgress: (progress: BackupProgress) => void
}

/** What was made: where, and what is in it. */
export interface MadeBackup {
  readonly path: string
  readonly manifest: BackupManifest
}

/** Backups of everything that the operator would miss, and the way back. One piece of work at a time. */
export class Backups {
  readonly #context: BackupsContext
  #working: AbortController | null = null
  /** The backup that was unpacked and found whole. */
  #checked: { readonly id: string; readonly made_at: string } | null = null
  /** The operator has said yes: the next start puts it back, and nothing here may touch it any more. */
  #isOrdered = false

  constructor(context: BackupsContext) {
    this.#context = context
  }

  /** Where the copies go that Loa writes by itself. */
  get folder(): string {
    const { folder } = this.#context.settings()
    return folder === '' ? join(this.#context.data.folder, 'backups') : folder
  }

  async list(): Promise<BackupCopies> {
    return { folder: this.folder, copies: await listCopies(this.folder) }
  }

  /** The name for a backup that is made now, without its ending. */
  nameNow(): string {
    return backupName(this.#context.clock.nowMs(), null)
  }

  /** Writes a backup to that file, replacing what is there. */
  make(path: string): Promise<Result<MadeBackup>> {
    return this.work((signal) => this.#make(path, signal, true))
  }

  /** Writes a copy into the folder of copies and removes those that are too old. */
  makeCopy(kind: BackupKind): Promise<Result<MadeBackup>> {
    return this.work((signal) => this.#makeCopy(kind, signal))
  }

  /** Ends what is under way; what was written of it is removed. */
  cancel(): void {
    this.#working?.abort()
  }

  /** Unpacks a backup, checks all of it, and says what it would change. Nothing is changed by it. */
  check(path: string): Promise<Result<RestorePreview>> {
    return this.work(async (signal) => {
      if (this.#isOrdered) return fail({ code: 'backup_busy' })
      const { data, ledgers, onProgress } = this.#context
      await this.#forget()
      const { unpacked } = restoreFolderIn(data.folder)
      const made = await makeFolder(unpacked)
      if (!made.ok) return made
      const manifest = await unpack(path, unpacked, signal, (share) => onProgress({ work: 'check', share }))
      const then = manifest.ok ? await backupValues(unpacked) : manifest
      if (!manifest.ok || !then.ok) {
        await this.#forget()
        return then.ok ? (manifest as typeof manifest & { ok: false }) : then
      }
      const id = randomUUID()
      this.#checked = { id, made_at: manifest.value.made_at }
      const runs = { then: await unpackedRuns(restoreFolderIn(data.folder)), now: await ledgers.list() }
      const about = { check_id: id, file: basename(path) }
      return ok(await restorePreview(about, manifest.value, presentValues(data), then.value, runs))
    })
  }

  /** Forgets what was checked. */
  async closeCheck(): Promise<void> {
    if (this.#working === null && !this.#isOrdered) await this.#forget()
  }

  /**
   * Orders the restore of what was checked: the next start puts it back. What is here now is kept as a copy before; without
   * that copy nothing is ordered.
   */
  order(checkId: string): Promise<Result<null>> {
    return this.work(async (signal) => {
      const checked = this.#checked
      if (checkId !== checked?.id || this.#isOrdered) return fail({ code: 'no_restore' })
      const { clock, data, say } = this.#context
      const kept = await this.#makeCopy('before_restore', signal)
      if (!kept.ok) return kept
      const folder = restoreFolderIn(data.folder)
      try {
        await flushFolder(folder.unpacked)
        await flushFolder(folder.path)
        await writeOrder(folder, { at: isoOf(clock.nowMs()), made_at: checked.made_at })
      } catch (error) {
        return fail(storageFailed('restore', error))
      }
      this.#isOrdered = true
      say('A backup will be put back at the next start; what is here now was kept as a copy')
      return ok(null)
    })
  }

  /** Stops what is under way. */
  stop(): void {
    this.cancel()
  }

  async #makeCopy(kind: BackupKind, signal: AbortSignal): Promise<Result<MadeBackup>> {
    const nowMs = this.#context.clock.nowMs()
    const name = await freeName(this.folder, backupName(nowMs, kind), BACKUP_EXTENSION)
    const made = await this.#make(join(this.folder, name), signal, kind === 'daily')
    if (made.ok) await removeOldCopies(this.folder, this.#context.settings().keep_days, nowMs)
    return made
  }

  async #make(path: string, signal: AbortSignal, mustBeGood: boolean): Promise<Result<MadeBackup>> {
    const { clock, data, ledgers, appVersion, say, onProgress } = this.#context
    // A copy of a damaged file would take the place of the last good one. Before a restore it is kept as it is.
    const damaged = everyFile(data).find(({ problem }) => problem !== null)
    if (mustBeGood && damaged !== undefined)
      return fail({ code: 'storage_damaged', params: { file: damaged.name } })
    const source = { folder: data.folder, ledgersFolder: data.ledgers, ledgers, appVersion }
    const made = await makeBackup(path, source, clock.nowMs(), signal, (share) =>
      onProgress({ work: 'backup', share })
    )
    if (!made.ok) return withFolder(made, path)
    say(`Backup written: ${path}`)
    return ok({ path, manifest: made.value })
  }

  async #forget(): Promise<void> {
    this.#checked = null
    const { path } = restoreFolderIn(this.#context.data.folder)
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }

  /** Does one piece of work, which `cancel` ends; refused while there is another. */
  async work<T>(act: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#working !== null) return fail({ code: 'backup_busy' })
    const working = (this.#working = new AbortController())
    try {
      return await act(working.signal)
    } finally {
      this.#working = null
      this.#context.onProgress(null)
    }
  }
}

async function makeFolder(path: string): Promise<Result<null>> {
  try {
    await mkdir(path, { recursive: true })
    return ok(null)
  } catch (error) {
    return fail(storageFailed('restore', error))
  }
}

const storageFailed = (file: string, error: unknown) => ({
  code: 'storage_failed' as const,
  params: { file, detail: (error as NodeJS.ErrnoException).code ?? String(error) }
})

/** The folder is not the data folder that such failures are mostly about, so it is named. */
function withFolder(failed: Result<unknown> & { ok: false }, path: string): Result<never> {
  const { code, params } = failed.error
  if (code !== 'storage_failed') return fail(failed.error)
  return fail({
    code,
    params: { file: basename(path), detail: `${dirname(path)}: ${params?.['detail'] ?? ''}` }
  })
}
