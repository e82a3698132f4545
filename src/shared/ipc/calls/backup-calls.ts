import { z } from 'zod'
import { objectIdSchema } from '../../domain/primitives'
import type { BackupCopies, ErasurePlan, ErasureView, RestorePreview } from '../backup-views'
import type { SavedFile } from '../contact-views'
import { call, nothing } from './call'

/** Backup, restore, export of everything, and the erasure of a person. */
export const backupCalls = {
  /** The copies that Loa writes by itself. */
  listBackups: call(nothing).gives<BackupCopies>(),
  /** Writes everything into one file: in the downloads folder, or where the operator chooses (null: nowhere). */
  backUpNow: call(z.tuple([z.enum(['downloads', 'choose'])])).gives<SavedFile | null>(),
  /** Ends a backup, a check or an export that is under way. */
  cancelBackup: call(nothing).gives<null>(),
  /** Unpacks a backup, checks all of it and says what it would change. */
  checkBackup: call(z.tuple([z.string().min(1).max(10_000)])).gives<RestorePreview>(),
  /** Forgets what was checked. */
  closeBackupCheck: call(nothing).gives<null>(),
  /** Puts back what was checked: Loa starts anew for it. */
  restoreBackup: call(z.tuple([z.string().min(1).max(100)])).gives<null>(),
  /** Lets the operator choose a folder for the copies; null when none was chosen. */
  chooseBackupFolder: call(nothing).gives<string | null>(),
  /** Writes all that Loa knows into a folder of files that other programs read. */
  exportEverything: call(nothing).gives<SavedFile>(),
  planErasure: call(z.tuple([objectIdSchema])).gives<ErasurePlan>(),
  /** Erases somebody for good; what an open run needs waits until it is over. */
  erasePerson: call(z.tuple([objectIdSchema])).gives<ErasureView>(),
  listErasures: call(nothing).gives<readonly ErasureView[]>()
} as const
