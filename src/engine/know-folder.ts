import type { Alert } from '../shared/domain/alert'
import type { RestoreEnd } from './backup/apply-restore'
import type { MachineMemory } from './ports'
import type { SettingsService } from './settings/settings-service'
import type { DataFolder } from './store/data-folder'
import { recoverExpendable } from './store/expendable-files'
import { type FolderIdentity, identifyFolder } from './store/folder-identity'

interface KnowingContext {
  readonly data: DataFolder
  readonly machine: MachineMemory | undefined
  readonly settings: SettingsService
  /** What became of a restore that the last start had been asked for. */
  readonly restored: RestoreEnd
  readonly alert: (alert: Alert) => void
}

/** Whose folder it is, and whether it is to be taken as it is: what is shown of it from then on is so. */
export async function knowFolder(context: KnowingContext): Promise<FolderIdentity> {
  const { data, machine, settings, restored, alert } = context
  await recoverExpendable(data)
  const identity = await identifyFolder(data.state, data.folder, machine)
  // The stop is durable before the folder is taken as it is: a crash in between must not leave it free to send.
  if (identity.doubt !== null) {
    const backupAt = restored.kind === 'done' ? restored.made_at : undefined
    await settings.setEmergencyStop(identity.doubt, backupAt)
    alert({ type: 'emergency_stop', reason: identity.doubt })
  }
  return identity
}
