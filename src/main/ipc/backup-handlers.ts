import { app, BrowserWindow, dialog } from 'electron'
import { join } from 'node:path'
import { BACKUP_EXTENSION } from '../../engine/backup/backup-copies'
import { freeName } from '../../engine/contacts/export/export-file'
import type { Engine } from '../../engine/engine'
import type { SavedFile } from '../../shared/ipc/contact-views'
import type { AppInfo } from '../../shared/ipc/views'
import { ok, type Result } from '../../shared/result'
import { runReportWords } from '../reports/run-report-words'
import { relaunch } from '../relaunch'
import type { Words } from '../words'
import type { Handlers } from './answer-calls'
import type { SavedFiles } from './saved-files'

type BackupCall =
  | 'listBackups'
  | 'backUpNow'
  | 'cancelBackup'
  | 'checkBackup'
  | 'closeBackupCheck'
  | 'restoreBackup'
  | 'chooseBackupFolder'
  | 'exportEverything'
  | 'planErasure'
  | 'erasePerson'
  | 'listErasures'

/** Backups, the way back, everything for somebody who leaves, and erasing one person. */
export function backupHandlers(
  engine: Engine,
  { version, local_zone: zone }: AppInfo,
  words: () => Words,
  files: SavedFiles
): Pick<Handlers, BackupCall> {
  const { backups, erasures } = engine.safekeeping

  /** Where the operator wants it; null when they closed the dialog. */
  async function chosenPath(): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: join(app.getPath('downloads'), `${backups.nameNow()}.${BACKUP_EXTENSION}`),
      filters: [{ name: 'Loa', extensions: [BACKUP_EXTENSION] }]
    })
    return canceled ? null : filePath
  }

  async function backUpNow(place: 'downloads' | 'choose'): Promise<Result<SavedFile | null>> {
    const path =
      place === 'choose' ? await chosenPath() : await files.pathFor(backups.nameNow(), BACKUP_EXTENSION)
    if (path === null) return ok(null)
    const made = await backups.make(path)
    return files.saved(path, made.ok ? ok(made.value.manifest.counts.files) : made)
  }

  async function exportEverything(): Promise<Result<SavedFile>> {
    const folder = app.getPath('downloads')
    const path = join(folder, await freeName(folder, `loa-export-${engine.now().slice(0, 10)}`, ''))
    const exported = await engine.safekeeping.exportEverything({
      path,
      by: { app_version: version, exported_at: engine.now() },
      reader: { words: runReportWords(words()), zone },
      readme: words().backup('export.readme')
    })
    return files.saved(path, exported)
  }

  return {
    listBackups: async () => ok(await engine.safekeeping.copies()),
    backUpNow,
    cancelBackup: () => {
      backups.cancel()
      return ok(null)
    },
    checkBackup: (path) => backups.check(path),
    closeBackupCheck: async () => {
      await backups.closeCheck()
      return ok(null)
    },
    restoreBackup: async (checkId) => {
      const ordered = await backups.order(checkId)
      if (ordered.ok) relaunch()
      return ordered
    },
    chooseBackupFolder: async () => {
      const [window] = BrowserWindow.getAllWindows()
      const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
      const { filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return ok(filePaths[0] ?? null)
    },
    exportEverything,
    planErasure: (contactId) => engine.safekeeping.planErasure(contactId),
    erasePerson: async (contactId) => {
      // A backup that was unpacked to be looked at has the person too.
      await backups.closeCheck()
      return erasures.erase(contactId)
    },
    listErasures: () => ok(erasures.list())
  }
}
