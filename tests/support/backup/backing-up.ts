import { execFileSync } from 'node:child_process'
import type { Engine } from '../../../src/engine/engine'
import type { RestorePreview } from '../../../src/shared/ipc/backup-views'
import type { Result } from '../../../src/shared/result'
import type { TestFolder } from '../engine/data-folder'

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params ?? {})}`)
  return result.value
}

/** Writes a backup into a folder beside the data and gives its path. */
export async function backUp(engine: Engine, elsewhere: TestFolder, name = 'backup.loa'): Promise<string> {
  return valueOf(await engine.safekeeping.backups.make(elsewhere.file(name))).path
}

/** Checks a backup and orders its restore, as the operator does who says yes. The next start puts it back. */
export async function orderRestore({ safekeeping }: Engine, path: string): Promise<RestorePreview> {
  const preview = valueOf(await safekeeping.backups.check(path))
  valueOf(await safekeeping.backups.order(preview.check_id))
  return preview
}

/** What any tar says is in a backup. */
export const namesIn = (path: string): string[] =>
  execFileSync('tar', ['-tzf', path], { encoding: 'utf8' }).split('\n').slice(0, -1)

/** The content of one entry, as any tar gives it. */
export const contentOf = (path: string, name: string): string =>
  execFileSync('tar', ['-xzOf', path, name], { encoding: 'utf8', maxBuffer: 1e9 })
