import type { Engine } from '../../engine/engine'
import { writeExport, writeLines } from '../../engine/contacts/export/export-file'
import { reportLines } from '../../engine/contacts/export/report-csv'
import { ok } from '../../shared/result'
import type { Words } from '../words'
import type { Handlers } from './answer-calls'
import { reportWords } from './report-words'
import type { SavedFiles } from './saved-files'

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
export function fileHandlers(
  engine: Engine,
  words: () => Words,
  files: SavedFiles
): Pick<Handlers, FileCall> {
  const { importing, contacts } = engine
  /** The day is in the name, because such files pile up. */
  const pathFor = (base: string, extension: string) =>
    files.pathFor(`${base}-${engine.now().slice(0, 10)}`, extension)
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
      return files.saved(path, result.ok ? ok(rows.length) : result)
    },
    lastImport: () => ok(importing.last()),
    undoImport: () => importing.undo(),
    exportContacts: async (format, ids) => {
      const path = await pathFor('loa-contacts', EXTENSIONS[format])
      const people = ids === null ? contacts.list() : ids.flatMap((id) => contacts.find(id) ?? [])
      return files.saved(path, await writeExport(path, format, people))
    },
    showFile: (path) => files.show(path)
  }
}
