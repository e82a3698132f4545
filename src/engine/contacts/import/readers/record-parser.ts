import type { SourceEvent, SourceFailure } from './source'

/** What a piece of text brought. After a failure the parser is not to be asked again. */
export interface ParsedPiece {
  readonly events: readonly SourceEvent[]
  readonly failure?: SourceFailure
}

/** Turns text into records. Where the text is cut into pieces makes no difference to what comes out. */
export interface RecordParser {
  push(text: string): ParsedPiece
  /** Nothing follows: what is still open is a record, or a file that was cut off. */
  end(): ParsedPiece
}

/** No record of a person is longer; what is longer is an error of the file that would fill the memory. */
export const MAX_RECORD_CHARACTERS = 2 * 1024 * 1024
