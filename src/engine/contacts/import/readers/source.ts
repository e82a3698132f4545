/**
 * A value of an imported record. Text files give text; JSON gives what it holds, with MongoDB's extended forms already
 * resolved (`{"$oid": …}` and `{"$date": …}` are text, numbers are numbers).
 */
export type SourceValue =
  string | number | boolean | null | readonly SourceValue[] | { readonly [key: string]: SourceValue }

/** One record of a file, as it was read: nothing is judged yet. */
export interface SourceRecord {
  /** Where the operator finds it: the spreadsheet's row (the header is 1), the JSON document's or the card's number. */
  readonly row: number
  readonly fields: ReadonlyMap<string, SourceValue>
}

/** Why one record could not be read, or what was doubtful about it. */
export interface SourceProblem {
  readonly row: number
  readonly code:
    | 'row_too_narrow'
    | 'row_too_wide'
    | 'quote_misplaced'
    | 'invalid_bytes'
    | 'json_broken'
    | 'json_too_deep'
    | 'unsafe_key'
    | 'card_broken'
    | 'record_too_large'
  /** A detail for the sentence: how many cells, where in the text. */
  readonly detail?: string
}

/** Why a file cannot be read at all, or any further. Then nothing of it is imported. */
export interface SourceFailure {
  readonly code:
    | 'file_missing'
    | 'file_changed'
    | 'file_is_folder'
    | 'file_unreadable'
    | 'file_empty'
    | 'file_binary'
    | 'file_too_long'
    | 'quote_never_closed'
    | 'too_many_columns'
    | 'json_cut_off'
    | 'card_cut_off'
    | 'no_records'
    | 'cancelled'
  readonly row?: number
  readonly detail?: string
}

/** What a reader tells, piece by piece, in the order of the file. */
export type SourceEvent =
  | { readonly type: 'record'; readonly record: SourceRecord }
  /** The record is left out. */
  | { readonly type: 'unreadable'; readonly problem: SourceProblem }
  /** The record of this row follows, but is worth a look. */
  | { readonly type: 'doubt'; readonly problem: SourceProblem }
