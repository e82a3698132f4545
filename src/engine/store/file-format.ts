import type { z } from 'zod'

/** What a data file holds, and how it is told apart from a damaged or a newer one. */
export interface FileFormat<T> {
  readonly schemaVersion: number
  readonly schema: z.ZodType<T>
  /** Brings the content of an older file up to the next version; index 0 migrates version 1. */
  readonly migrations: readonly ((content: Record<string, unknown>) => Record<string, unknown>)[]
  /** Only its owner may read the file, and no earlier version of it is kept. */
  readonly isPrivate?: boolean
  /** The list that the content begins with and that may be long: it is read in pieces. */
  readonly longList?: LongList
}

/** A list that is not parsed together with the rest of its file. */
export interface LongList {
  readonly name: string
  /** What follows it in the file. */
  readonly before: string
  /** Reads one item after the other, exactly as the schema of the whole would: null for what that refuses. */
  readonly reader: () => (item: unknown) => unknown
}
