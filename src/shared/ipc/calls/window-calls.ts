import { z } from 'zod'
import { quitAnswerSchema, shownPlaceSchema } from '../desktop'
import { call, nothing } from './call'

/** What the window and the main process ask each other about the window itself. */
export const windowCalls = {
  /** Tells what the window shows, so that no notification says it as well. */
  noteShown: call(z.tuple([shownPlaceSchema])).gives<null>(),
  /** There is something to see now: a window that was just made may be shown. */
  notePainted: call(nothing).gives<null>(),
  answerQuit: call(z.tuple([quitAnswerSchema])).gives<null>(),
  /**
   * Answers `letGoAsked` by its number. Null: something would be lost with the page. Else what the page wants to find again
   * when the window is made anew, in its own words.
   */
  answerLetGo: call(z.tuple([z.number().int(), z.string().max(1_000_000).nullable()])).gives<null>(),
  /** What the page before wanted to find again; told once. */
  takeLeftView: call(nothing).gives<string | null>()
} as const
