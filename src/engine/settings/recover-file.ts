import { fail, type Result } from '../../shared/result'
import { type DataFolder, operatorsFiles } from '../store/data-folder'
import type { SettingsService } from './settings-service'

/**
 * Ends the problem of a data file with its last good copy, or empty. The emergency stop is on until the operator says
 * go, because an older copy may not know what has changed since. It comes first, or in the same write: the moment the
 * file is good again its campaigns are due, and a crash in between must not leave them free to run.
 */
export async function recoverFile(
  data: DataFolder,
  settings: SettingsService,
  name: string,
  from: 'backup' | 'empty',
  now: string
): Promise<Result<unknown>> {
  if (name === data.settings.name) {
    return data.settings.recover(from, (file) => ({
      settings: { ...file.settings, emergency_stop: { at: now, reason: 'fallback' } }
    }))
  }
  const file = operatorsFiles(data).find((each) => each.name === name)
  if (file === undefined) return fail({ code: 'not_found' })
  if (data.settings.problem === null) {
    const stopped = await settings.setEmergencyStop('fallback')
    if (!stopped.ok) return stopped
  }
  // With unreadable settings nothing is sent anyway, and they come back stopped.
  return file.recover(from)
}
