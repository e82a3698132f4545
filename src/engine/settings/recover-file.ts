import { fail, type Result } from '../../shared/result'
import { type DataFolder, operatorsFiles } from '../store/data-folder'
import type { SettingsService } from './settings-service'

/**
 * Ends the problem of a data file with its last good copy, or empty. Everything is paused until the operator says go,
 * because an older copy may not know what has changed since. The pause comes first, or in the same write: the moment
 * the file is good again its campaigns are due, and a crash in between must not leave them free to run.
 */
export async function recoverFile(
  data: DataFolder,
  settings: SettingsService,
  name: string,
  from: 'backup' | 'empty'
): Promise<Result<unknown>> {
  if (name === data.settings.name) {
    return data.settings.recover(from, (file) => ({ settings: { ...file.settings, paused_all: true } }))
  }
  const file = operatorsFiles(data).find((each) => each.name === name)
  if (file === undefined) return fail({ code: 'not_found' })
  if (data.settings.problem === null) {
    const paused = await settings.setPausedAll(true)
    if (!paused.ok) return paused
  }
  // With unreadable settings nothing is sent anyway, and they come back paused.
  return file.recover(from)
}
