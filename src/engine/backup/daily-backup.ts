import type { BackupSettings } from '../../shared/domain/settings'
import type { Alert } from '../../shared/domain/alert'
import type { Warning } from '../../shared/ipc/views'
import type { Clock } from '../ports'
import { hasCopyOfDay } from './backup-copies'
import type { Backups } from './backups'

/** After a start the campaigns come first. */
const AFTER_START_MS = 3 * 60_000
const RETRY_MS = 3_600_000
/** How often the folder is looked at: a day may begin, a computer may wake up. */
const LOOK_MS = 60_000

export interface DailyBackupContext {
  readonly clock: Clock
  readonly backups: Pick<Backups, 'list' | 'makeCopy'>
  readonly settings: () => BackupSettings
  /** Is there anything that somebody would miss? */
  readonly isWorth: () => boolean
  readonly alert: (alert: Alert) => void
  readonly onChange: () => void
}

/**
 * One copy a day, as soon as the app is there to write it: a computer that slept over the hour writes it when it wakes.
 * What the folder holds says whether today's is there, so a restart changes nothing.
 */
export class DailyBackup {
  readonly #context: DailyBackupContext
  #nextMs: number
  #isBusy = false
  #failure: Extract<Warning, { kind: 'backup_failed' }> | null = null

  constructor(context: DailyBackupContext) {
    this.#context = context
    this.#nextMs = context.clock.monotonicMs() + AFTER_START_MS
  }

  /** Why today's copy is not there, if it could not be written. */
  get warnings(): readonly Warning[] {
    return this.#failure === null ? [] : [this.#failure]
  }

  /** Time has passed. */
  tick(): void {
    const { clock, settings } = this.#context
    if (!settings().daily) return this.#settle(null)
    if (this.#isBusy || clock.monotonicMs() < this.#nextMs) return
    this.#isBusy = true
    void this.#look().finally(() => (this.#isBusy = false))
  }

  async #look(): Promise<void> {
    const { clock, backups, isWorth, alert } = this.#context
    this.#nextMs = clock.monotonicMs() + LOOK_MS
    const { copies } = await backups.list()
    if (hasCopyOfDay(copies, clock.nowMs())) return this.#settle(null)
    if (!isWorth()) return
    const made = await backups.makeCopy('daily')
    if (made.ok) return this.#settle(null)
    const { code, params } = made.error
    // The operator's own backup or restore comes first; a cancel was about that as well.
    if (code === 'backup_busy' || code === 'cancelled') return
    this.#nextMs = clock.monotonicMs() + RETRY_MS
    const detail = String(params?.['detail'] ?? params?.['file'] ?? code)
    if (this.#failure === null) alert({ type: 'backup_failed', detail })
    this.#settle({ kind: 'backup_failed', detail, last_at: copies[0]?.at ?? null })
  }

  #settle(failure: Extract<Warning, { kind: 'backup_failed' }> | null): void {
    if (failure === this.#failure) return
    this.#failure = failure
    this.#context.onChange()
  }
}
