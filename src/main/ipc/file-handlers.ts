import { app, shell } from 'electron'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Engine } from '../../engine/engine'
import { freeName, writeExport, writeLines } from '../../engine/contacts/export/export-file'
import { reportLines } from '../../engine/contacts/export/report-csv'
import type { SavedFile } from '../../shared/ipc/contact-views'
import { fail, ok, type Result } from '../../shared/result'
import type { Words } from '../words'
import type { Handlers } from './register-calls'
import { reportWords } from './report-words'

type FileCall =
  | 'openImport'
  | 'previewImport'
  | 'checkImport'
  | 'checkCampaignImport'
  | 'commitImport'
  | 'cancelImport'
  | 'closeImport'
  | 'saveImportReport'
  | 'lastImport'
  | 'undoImport'
  | 'exportContacts'
  | 'showFile'

const EXTENSIONS = { csv: 'csv', json: 'json', vcard: 'vcf' } as const

/** Files that come in and go out. What Loa writes goes to the downloads folder, under a name that is free. */
export function fileHandlers(engine: Engine, words: () => Words): Pick<Handlers, FileCall> {
  const { importing, contacts } = engine
  /** The page may show only what it was given: a path of its own making opens nothing. */
  const written = new Set<string>()
  const saved = (path: string, result: Result<number>): Result<SavedFile> => {
    if (!result.ok) return result
    written.add(path)
    return ok({ path, name: basename(path), folder: basename(dirname(path)), count: result.value })
  }
  /** A path in the downloads folder that is free; the day is in the name, because such files pile up. */
  const pathFor = async (base: string, extension: string): Promise<string> => {
    const folder = app.getPath('downloads')
    await mkdir(folder, { recursive: true }).catch(() => undefined)
    return join(folder, await freeName(folder, `${base}-${engine.now().slice(0, 10)}`, extension))
  }
  return {
    openImport: (path, purpose) => importing.open(path, purpose ?? undefined),
    previewImport: (options) => importing.preview(options),
    checkImport: (options) => importing.check(options),
    checkCampaignImport: (options) => importing.checkCampaigns(options),
    commitImport: () => importing.commit(),
    cancelImport: () => {
      importing.cancel()
      return ok(null)
    },
    closeImport: () => {
      importing.close()
      return ok(null)
    },
    saveImportReport: async () => {
      const path = await pathFor('loa-import', 'csv')
      const rows = importing.report()
      const result = await writeLines(path, reportLines(rows, reportWords(words())))
      return saved(path, result.ok ? ok(rows.length) : result)
    },
    lastImport: () => ok(importing.last()),
    undoImport: () => importing.undo(),
    exportContacts: async (format, ids) => {
      const path = await pathFor('loa-contacts', EXTENSIONS[format])
      const people = ids === null ? contacts.list() : ids.flatMap((id) => contacts.find(id) ?? [])
      return saved(path, await writeExport(path, format, people))
    },
    showFile: (path) => {
      if (!written.has(path)) return fail({ code: 'not_found' })
      shell.showItemInFolder(path)
      return ok(null)
    }
  }
}
