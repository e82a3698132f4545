import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const DAY_MS = 86_400_000

/** `20261126-0000-01-scheduler.log`: a log that was set aside, by day or by size. */
const SET_ASIDE = /^\d{8}-\d{4}-\d{2,}-scheduler\.log$/

/**
 * Deletes logs that were set aside and whose last line is older than so many days. The live file and everything else in
 * the folder stay. Its last line was written when the file was last changed.
 *
 * @returns the names of those that are gone
 */
export async function deleteOldLogs(folder: string, keepDays: number, nowMs: number): Promise<string[]> {
  const gone: string[] = []
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => SET_ASIDE.test(one))) {
    const path = join(folder, name)
    try {
      const { mtimeMs } = await stat(path)
      if (nowMs - mtimeMs <= keepDays * DAY_MS) continue
      await rm(path)
      gone.push(name)
    } catch {
      // Gone meanwhile, or not ours to delete: it is looked at again with the next one.
    }
  }
  return gone
}
