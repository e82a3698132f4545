import { z } from 'zod'
import { logSelectionSchema } from '../../domain/log-filter'
import type { LogPageText } from '../../domain/log-line'
import { type PracticeInbox, practiceModesSchema } from '../../domain/practice'
import type { SavedFile } from '../contact-views'
import { call, nothing } from './call'

/** The log, and the inbox of the practice gateway. */
export const logCalls = {
  /** The oldest lines behind `seq` that are still in memory; to be called again until the newest is there. */
  getLog: call(z.tuple([z.number().int().nonnegative()])).gives<LogPageText>(),
  /** Puts lines of the log on the clipboard. Gives how many. */
  copyLog: call(z.tuple([logSelectionSchema])).gives<number>(),
  /** Writes lines of the log to a file in the downloads folder. */
  exportLog: call(z.tuple([logSelectionSchema])).gives<SavedFile>(),
  /** Shows `logs/scheduler.log` in the file manager. */
  showLogFile: call(nothing).gives<null>(),
  getPracticeInbox: call(nothing).gives<PracticeInbox>(),
  setPracticeModes: call(z.tuple([practiceModesSchema])).gives<PracticeInbox>(),
  clearPracticeInbox: call(nothing).gives<PracticeInbox>()
} as const
