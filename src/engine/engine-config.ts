import type { Alert } from '../shared/domain/alert'
import type { ImportProgress } from '../shared/domain/contact-import'
import type { RunSummary } from '../shared/domain/run'
import type { BackupProgress } from '../shared/ipc/backup-views'
import type { Clock, MachineMemory, Timers } from './ports'
import type { SecretsConfig } from './secrets/open-secrets'

/** What changed, for whoever shows it. */
export type EngineChange =
  | {
      readonly kind:
        | 'contacts'
        | 'campaigns'
        | 'settings'
        | 'secrets'
        | 'forgotten'
        | 'practice'
        | 'state'
        | 'log_rewritten'
    }
  | { readonly kind: 'run'; readonly run: RunSummary }
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'import'; readonly progress: ImportProgress }
  | { readonly kind: 'rehearsal'; readonly share: number }
  | { readonly kind: 'backup'; readonly progress: BackupProgress }

export interface EngineConfig {
  /** The data folder; made when it is missing. */
  readonly folder: string
  readonly clock?: Clock
  /** Timers that belong to that clock; those of the event loop when nothing is said. */
  readonly timers?: Timers
  /** What this computer remembers of data folders; without it copies and backups are not recognised. */
  readonly machine?: MachineMemory
  /** The built script of the import thread; without it files are read in this thread. */
  readonly importScript?: string | undefined
  /** Where secrets are kept; without it there is no keychain. */
  readonly secrets?: SecretsConfig
  /** What backups say about who wrote them. */
  readonly appVersion?: string
  /** The engine is there before its contacts are read; `start` waits for them. Until then nobody may ask for them. */
  readonly readsContactsLater?: boolean
}
