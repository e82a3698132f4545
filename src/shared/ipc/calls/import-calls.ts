import { z } from 'zod'
import {
  type ImportCheck,
  type ImportDone,
  importOptionsSchema,
  type ImportPreview,
  importPurposeSchema,
  type LastImport
} from '../../domain/contact-import'
import type { CampaignImportCheck, SavedFile } from '../contact-views'
import { call, nothing } from './call'

/** The import of contacts: one file at a time. */
export const importCalls = {
  openImport: call(
    z.tuple([z.string().min(1).max(10_000), importPurposeSchema.nullable()])
  ).gives<ImportPreview>(),
  previewImport: call(z.tuple([importOptionsSchema])).gives<ImportPreview>(),
  /** Reads the whole file and says what would become of each row. */
  checkImport: call(z.tuple([importOptionsSchema])).gives<ImportCheck>(),
  checkCampaignImport: call(z.tuple([importOptionsSchema])).gives<CampaignImportCheck>(),
  commitImport: call(nothing).gives<ImportDone>(),
  cancelImport: call(nothing).gives<null>(),
  /** Forgets the open file. */
  closeImport: call(nothing).gives<null>(),
  saveImportReport: call(nothing).gives<SavedFile>(),
  /** The last import while it can be undone. */
  lastImport: call(nothing).gives<LastImport | null>(),
  /** Takes the last import back. Gives how many people stay because they changed since. */
  undoImport: call(nothing).gives<number>()
} as const
