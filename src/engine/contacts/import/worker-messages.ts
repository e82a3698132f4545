import type { Result } from '../../../shared/result'
import type { PeopleEnd, PeopleOrder } from './read-people'
import type { SourceFailure } from './readers/source'

/** What the import thread is started with. */
export type ImportWorkerData = PeopleOrder

/** What it tells: batches, each once the one before was taken, then how it ended. */
export type FromImportWorker =
  /** The people as JSON: a structured clone of 500 objects costs more than twice as much on both sides. */
  | { readonly type: 'batch'; readonly people: string; readonly readBytes: number }
  | { readonly type: 'end'; readonly result: Result<PeopleEnd, SourceFailure> }

/** So many batches may be under way: enough that neither side waits, few enough that memory stays flat. */
export const BATCHES_AHEAD = 16
