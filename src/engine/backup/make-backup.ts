import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { writeWhole } from '../contacts/export/export-file'
import type { Ledgers } from '../ports'
import { BACKED_UP, type BackupManifest, ledgerEntry } from './backup-format'
import { pack, type PackedFile } from './pack'

export interface BackupSource {
  /** The data folder. */
  readonly folder: string
  readonly ledgersFolder: string
  readonly ledgers: Pick<Ledgers, 'list'>
  readonly appVersion: string
}

/**
 * Writes a backup while everything goes on. The file is whole and on the disk, or not there: a full or read-only disk and
 * a cancel leave nothing half.
 */
export async function makeBackup(
  path: string,
  source: BackupSource,
  nowMs: number,
  signal: AbortSignal,
  onShare: (share: number) => void
): Promise<Result<BackupManifest>> {
  const files = await filesOf(source)
  const made: { manifest?: BackupManifest } = {}
  const isNew = await makeFolder(dirname(path))
  const written = await writeWhole(path, async (target) => {
    made.manifest = await pack(target, {
      files,
      appVersion: source.appVersion,
      nowMs,
      signal,
      onFile: (done) => onShare(done / files.length)
    })
  })
  if (written.ok && made.manifest !== undefined) return ok(made.manifest)
  if (isNew) await rm(dirname(path), { recursive: false }).catch(() => undefined)
  if (signal.aborted) return fail({ code: 'cancelled' })
  return written.ok ? fail({ code: 'unexpected' }) : written
}

async function filesOf({ folder, ledgersFolder, ledgers }: BackupSource): Promise<PackedFile[]> {
  // The ledgers last: whatever the rest says, they know at least as much of what was sent.
  const runs = await ledgers.list()
  return [
    ...BACKED_UP.map((name) => ({ name, path: join(folder, name), isLedger: false })),
    ...runs.map((id) => ({ name: ledgerEntry(id), path: join(ledgersFolder, `${id}.jsonl`), isLedger: true }))
  ]
}

/** What cannot be made is said by the writing. */
const makeFolder = (folder: string): Promise<boolean> =>
  mkdir(folder, { recursive: true }).then(
    (made) => made !== undefined,
    () => false
  )
