import { create } from 'zustand'
import type { BackupCopies, BackupProgress, ErasureView } from '../../shared/ipc/backup-views'
import { loa } from '../api'

interface BackupState {
  /** Null while they are being read. */
  readonly copies: BackupCopies | null
  readonly erasures: readonly ErasureView[]
  readonly progress: BackupProgress
}

export const useBackupStore = create<BackupState>(() => ({ copies: null, erasures: [], progress: null }))

/** Reads which copies there are, and who was erased. What cannot be read shows as none. */
export async function loadBackups(): Promise<void> {
  const [copies, erasures] = await Promise.all([loa.listBackups(), loa.listErasures()])
  if (copies.ok) useBackupStore.setState({ copies: copies.value })
  if (erasures.ok) useBackupStore.setState({ erasures: erasures.value })
}

/** Listens until the returned function is called. */
export const startBackupStore = (): (() => void) =>
  loa.onBackupProgress((progress) => {
    const isOver = progress === null && useBackupStore.getState().progress !== null
    useBackupStore.setState({ progress })
    if (isOver) void loadBackups()
  })
