import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import type { EmergencyReason } from '../../shared/domain/settings'
import type { MachineMemory } from '../ports'
import type { Collection } from './collection'
import type { StateFile } from './data-folder'

export interface FolderIdentity {
  /** Why this folder may not know what was sent from it; null when it is what it was when it was last used here. */
  readonly doubt: Extract<EmergencyReason, 'restored' | 'copied' | 'other_machine'> | null
  /** Takes the folder as it is now. Only after everything that follows from the doubt is durable. */
  adopt(): Promise<void>
}

/**
 * Tells a folder that went on here from one that was copied, moved, brought from another computer or put back from a
 * backup: there another copy, or a later version of it, may have sent what this one believes to be waiting.
 */
export async function identifyFolder(
  state: Collection<StateFile>,
  folder: string,
  machine: MachineMemory | undefined
): Promise<FolderIdentity> {
  const settle = () => state.update((file) => (file.restored ? { ...file, restored: false } : file))
  if (machine === undefined) {
    const adopt = async () => {
      await settle()
    }
    return { doubt: state.value.restored ? 'restored' : null, adopt }
  }
  if (state.problem !== null && !(await state.recover('backup')).ok) await state.recover('empty')
  const path = await realpath(folder)
  const { folder_id, machine_id, path: lastPath, starts, restored } = state.value
  const known = folder_id === '' ? 0 : await machine.startsOf(folder_id)
  const doubtOf = (): FolderIdentity['doubt'] => {
    if (restored) return 'restored'
    if (folder_id === '') return null
    if (machine_id !== machine.machineId) return 'other_machine'
    if (lastPath !== path) return 'copied'
    return known > starts ? 'restored' : null
  }
  const doubt = doubtOf()
  return {
    doubt,
    async adopt() {
      // A copy gets a name of its own, so that the original goes on undisturbed.
      const isOwn = folder_id !== '' && doubt !== 'copied' && doubt !== 'other_machine'
      const next: StateFile = {
        folder_id: isOwn ? folder_id : randomUUID(),
        machine_id: machine.machineId,
        path,
        starts: Math.max(known, starts) + 1,
        restored: false
      }
      const saved = await state.update(() => next)
      if (saved.ok) await machine.remember(next.folder_id, next.starts)
    }
  }
}
