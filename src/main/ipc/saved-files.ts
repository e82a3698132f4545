import { app, shell } from 'electron'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { freeName } from '../../engine/contacts/export/export-file'
import type { SavedFile } from '../../shared/ipc/contact-views'
import { fail, ok, type Result } from '../../shared/result'

/** The files that Loa has written for the operator since it was started. */
export interface SavedFiles {
  /** A path in the downloads folder that is free. */
  pathFor(base: string, extension: string): Promise<string>
  /** Notes what was written, so that it can be shown. */
  saved(path: string, written: Result<number>): Result<SavedFile>
  /** Shows a file in the file manager. */
  show(path: string): Result<null>
}

/** @param onSaved told about every file that was written */
export function savedFiles(onSaved: (path: string) => void): SavedFiles {
  /** The page may show only what it was given: a path of its own making opens nothing. */
  const written = new Set<string>()
  return {
    async pathFor(base, extension) {
      const folder = app.getPath('downloads')
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      return join(folder, await freeName(folder, base, extension))
    },
    saved(path, result) {
      if (!result.ok) return result
      written.add(path)
      onSaved(path)
      return ok({ path, name: basename(path), folder: basename(dirname(path)), count: result.value })
    },
    show(path) {
      if (!written.has(path)) return fail({ code: 'not_found' })
      shell.showItemInFolder(path)
      return ok(null)
    }
  }
}
