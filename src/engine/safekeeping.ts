import type { Alert } from '../shared/domain/alert'
import type { Settings } from '../shared/domain/settings'
import type { BackupCopies, BackupProgress } from '../shared/ipc/backup-views'
import { copiesByHand } from './backup/backup-copies'
import { Backups } from './backup/backups'
import { DailyBackup } from './backup/daily-backup'
import type { openContacts } from './contacts/open-contacts'
import type { EngineChange } from './engine-config'
import { planErasure } from './erasure/erasure-plan'
import { Erasures } from './erasure/erasures'
import { ExportedFiles } from './erasure/exported-files'
import { type EverythingOrder, exportEverything } from './export-everything/export-everything'
import type { LogBook } from './log/log-book'
import type { Clock, Ledgers, RunIndex } from './ports'
import type { RunCoordinator } from './runner/run-coordinator'
import type { DataFolder } from './store/data-folder'

export interface SafekeepingConfig {
  readonly clock: Clock
  readonly book: LogBook
  readonly data: DataFolder
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly settings: () => Settings
  readonly people: ReturnType<typeof openContacts>
  readonly coordinator: RunCoordinator
  readonly practice: { readonly inbox: () => unknown; readonly clear: () => void }
  readonly appVersion: string
  readonly onRewritten: (runId: string) => void
  readonly alert: (alert: Alert) => void
  readonly publish: (change: EngineChange) => void
}

/** What keeps the data, and what takes it away: backups, exports, erasing somebody. */
export function openSafekeeping(config: SafekeepingConfig) {
  const { clock, book, data, ledgers, index, settings, coordinator, publish } = config
  const { contacts, doNotContact, merging, people } = config.people
  const onChange = () => publish({ kind: 'state' })
  const onProgress = (progress: BackupProgress) => publish({ kind: 'backup', progress })
  const findContact = (id: string) => contacts.find(id)
  const exported = new ExportedFiles(data.exports, clock)
  const backups = new Backups({
    clock,
    data,
    ledgers,
    appVersion: config.appVersion,
    settings: () => settings().backup,
    say: (text) => book.log({ type: 'app', level: 'info', text }),
    onProgress
  })
  const daily = new DailyBackup({
    clock,
    backups,
    settings: () => settings().backup,
    isWorth: () => contacts.list().length > 0 || data.campaigns.value.campaigns.length > 0,
    alert: config.alert,
    onChange
  })
  const onLogRewritten = () => publish({ kind: 'log_rewritten' })
  const erasures = new Erasures({
    ...config,
    onChange,
    onLogRewritten,
    log: book.log,
    findContact,
    doNotContact,
    merging
  })
  return {
    backups,
    daily,
    erasures,
    exported,
    /** What could be restored: Loa's own copies, and those that the operator had written elsewhere. */
    copies: async (): Promise<BackupCopies> => {
      // Whoever has just had one written asks for it at once.
      await data.exports.settled()
      const [own, byHand] = await Promise.all([backups.list(), exported.present().then(copiesByHand)])
      const copies = [...own.copies, ...byHand].sort((a, b) => b.at.localeCompare(a.at))
      return { folder: own.folder, copies }
    },
    planErasure: (contactId: string) =>
      planErasure(contactId, { data, ledgers, index, findContact, people, coordinator, backups, exported }),
    exportEverything: (order: Omit<EverythingOrder, 'signal' | 'onShare'>) =>
      backups.work((signal) => {
        const onShare = (share: number) => onProgress({ work: 'export', share })
        return exportEverything(
          { data, runs: coordinator, contacts: () => contacts.list() },
          { ...order, signal, onShare }
        )
      }),
    tick: () => {
      daily.tick()
      erasures.tick()
    },
    stop: async () => {
      backups.stop()
      await erasures.stop()
    }
  }
}
