import { readdir, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { DateTime } from 'luxon'
import type { BackupCopy, BackupKind, ExportedFile } from '../../shared/ipc/backup-views'

/** The ending by which the window and the system know a backup. */
export const BACKUP_EXTENSION = 'loa'

const KIND_ENDINGS: Readonly<Record<BackupKind, string>> = {
  daily: '-daily',
  before_restore: '-before-restore'
}
const NAME = /^loa-backup-(\d{4}-\d{2}-\d{2}-\d{4})(-daily|-before-restore)( \(\d+\))?\.loa$/
const STAMP = 'yyyy-MM-dd-HHmm'
const DAY_MS = 86_400_000

/** The name of a backup without its ending, by this computer's clock. */
export const backupName = (atMs: number, kind: BackupKind | null): string =>
  `loa-backup-${DateTime.fromMillis(atMs).toFormat(STAMP)}${kind === null ? '' : KIND_ENDINGS[kind]}`

/** The copies in a folder that Loa has written by itself, newest first. None when there is no such folder. */
export async function listCopies(folder: string): Promise<readonly BackupCopy[]> {
  const names = await readdir(folder).catch(() => [])
  const copies = await Promise.all(names.map((name) => copyOf(folder, name)))
  return copies
    .flatMap((copy) => copy ?? [])
    .sort((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name))
}

/** The backups among files that Loa has written for the operator and that are still there. */
export async function copiesByHand(files: readonly ExportedFile[]): Promise<readonly BackupCopy[]> {
  const copies = await Promise.all(
    files.map(async ({ path, at }): Promise<BackupCopy | null> => {
      if (extname(path) !== `.${BACKUP_EXTENSION}`) return null
      const found = await stat(path).catch(() => null)
      if (found === null) return null
      return { path, name: basename(path), kind: 'by_hand', at, size_bytes: found.size }
    })
  )
  return copies.flatMap((copy) => copy ?? [])
}

async function copyOf(folder: string, name: string): Promise<BackupCopy | null> {
  const [, stamp = '', ending] = NAME.exec(name) ?? []
  const at = DateTime.fromFormat(stamp, STAMP)
  const path = join(folder, name)
  const found = at.isValid ? await stat(path).catch(() => null) : null
  if (found?.isFile() !== true) return null
  return {
    path,
    name,
    kind: ending === KIND_ENDINGS.daily ? 'daily' : 'before_restore',
    at: new Date(at.toMillis()).toISOString(),
    size_bytes: found.size
  }
}

/** Is there a copy of this day already, by this computer's clock? */
export function hasCopyOfDay(copies: readonly BackupCopy[], nowMs: number): boolean {
  const day = DateTime.fromMillis(nowMs).toISODate()
  return copies.some(({ kind, at }) => kind === 'daily' && DateTime.fromISO(at).toISODate() === day)
}

/**
 * Removes the copies that are older than so many days; never the newest of each kind, however old it is. Call it only
 * after a new one was written whole: while the disk refuses new ones, none of the old ones goes.
 */
export async function removeOldCopies(folder: string, keepDays: number, nowMs: number): Promise<void> {
  const copies = await listCopies(folder)
  const oldest = nowMs - keepDays * DAY_MS
  const newest = new Set(
    ['daily', 'before_restore'].map((kind) => copies.find((copy) => copy.kind === kind)?.path)
  )
  for (const { path, at } of copies) {
    if (newest.has(path) || Date.parse(at) >= oldest) continue
    // One that cannot be removed is tried again tomorrow.
    await rm(path, { force: true }).catch(() => undefined)
  }
}
