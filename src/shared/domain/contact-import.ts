import { z } from 'zod'
import type { ChannelId } from './channel'
import { CONTACT_LIMITS, tagSchema } from './contact'
import { lineSchema } from './primitives'

/** What a column of a file can become. `full_name` is split; `custom` keeps it under the column's own name. */
export const IMPORT_TARGETS = [
  'first_name',
  'middle_name',
  'last_name',
  'full_name',
  'phone',
  'whatsapp_number',
  'telegram_username',
  'email',
  'tags',
  'notes',
  'timezone',
  'do_not_contact',
  'do_not_contact_whatsapp',
  'do_not_contact_telegram',
  'do_not_contact_ai_call',
  '_id',
  'created_at',
  'updated_at',
  'written',
  'merged_ids',
  'custom',
  'custom_fields',
  'zalo',
  'ignore'
] as const

export type ImportTarget = (typeof IMPORT_TARGETS)[number]

export const FILE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1258',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr'
] as const

export const FILE_DELIMITERS = [',', ';', '\t', '|'] as const

export type FileKind = 'csv' | 'json' | 'vcard'

/** What the file is for: people for the list, people who must not be contacted, or campaigns of the reference system. */
export const importPurposeSchema = z.enum(['contacts', 'do_not_contact', 'campaigns'])

export type ImportPurpose = z.infer<typeof importPurposeSchema>

/** How a file is read, as guessed and as the operator corrected it. */
export const importOptionsSchema = z.object({
  purpose: importPurposeSchema,
  encoding: z.enum(FILE_ENCODINGS),
  delimiter: z.enum(FILE_DELIMITERS),
  has_header: z.boolean(),
  /** Pairs, not an object: a column may be called `__proto__`. Columns that are not named here are guessed. */
  columns: z.array(z.object({ name: z.string(), target: z.enum(IMPORT_TARGETS) })).max(1000),
  /** Which word of a full name is the first name: the last one (Vietnamese) or the first one. */
  name_order: z.enum(['family_first', 'given_first']),
  phone_as_whatsapp: z.boolean(),
  /** What happens to people who are in the list already: blanks filled, the file's values win, or left alone. */
  known: z.enum(['merge', 'overwrite', 'skip']),
  /** Tags that everybody of the file gets. */
  tags: z.array(tagSchema).max(CONTACT_LIMITS.tags),
  /** Why the people of a do-not-contact file must not be contacted. */
  reason: lineSchema(CONTACT_LIMITS.reason).default('')
})

export type ImportOptions = Readonly<z.infer<typeof importOptionsSchema>>

/** Why a row is left out, or what was doubtful about one that is taken. Sentences: `import.problems.<code>`. */
export type ImportProblemCode =
  | 'row_too_wide'
  | 'row_too_narrow'
  | 'quote_misplaced'
  | 'invalid_bytes'
  | 'json_broken'
  | 'json_too_deep'
  | 'card_broken'
  | 'record_too_large'
  | 'unsafe_key'
  | 'nothing_in_it'
  | 'too_long'
  | 'number_damaged'
  | 'number_invalid'
  | 'number_converted'
  | 'number_zero'
  | 'number_spreadsheet'
  | 'second_number'
  | 'telegram_invalid'
  | 'telegram_invite'
  | 'email_invalid'
  | 'timezone_unknown'
  | 'id_replaced'
  | 'id_repeated'
  | 'campaign_invalid'
  | 'campaign_known'
  | 'no_address'

export interface ImportProblem {
  readonly code: ImportProblemCode
  /** Which column or field, as the file calls it. */
  readonly field?: string
  /** The value that is meant, cut to a readable length. */
  readonly value?: string
  /** What it became, how many, or where else. */
  readonly detail?: string
}

/** What becomes of one row. */
export type RowOutcome = 'added' | 'merged' | 'unchanged' | 'skipped' | 'rejected'

/** A row that the operator should look at: left out, or taken with a doubt. */
export interface RowReport {
  readonly row: number
  readonly outcome: RowOutcome
  readonly name: string
  readonly problems: readonly ImportProblem[]
}

export interface ImportColumn {
  readonly name: string
  readonly target: ImportTarget
  /** The first values that are not empty. */
  readonly samples: readonly string[]
}

/** A row of the preview: what will be stored. */
export interface PreviewRow {
  readonly row: number
  readonly name: string
  readonly first_name: string
  readonly last_name: string
  readonly phone: string
  readonly whatsapp_number: string
  readonly telegram_username: string
  readonly email: string
  readonly tags: readonly string[]
  readonly custom: Readonly<Record<string, string>>
  readonly invalid: readonly string[]
  readonly is_rejected: boolean
  readonly problems: readonly ImportProblem[]
}

/** A file that was opened, read by its head, as it would come in with these options. */
export interface ImportPreview {
  readonly file_name: string
  readonly size_bytes: number
  readonly kind: FileKind
  readonly options: ImportOptions
  readonly columns: readonly ImportColumn[]
  readonly rows: readonly PreviewRow[]
}

export interface ImportProgress {
  readonly read_bytes: number
  readonly size_bytes: number
  readonly rows: number
}

/** What an import will do (or did), row by row. */
export interface ImportCheck {
  readonly rows: number
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Rows that come in, but should be looked at. */
  readonly doubtful: number
  /** Of the people in the file: how many can be reached on each channel. */
  readonly reach: Readonly<Record<ChannelId, number>>
  /** How many more on WhatsApp if the phone numbers counted as WhatsApp numbers too. */
  readonly whatsapp_by_phone: number
  /** The first rows with a problem; all of them are in the report that can be saved. */
  readonly problems: readonly RowReport[]
  readonly problem_count: number
}

/** The last import, while it can be undone. */
export interface LastImport {
  readonly id: string
  readonly file_name: string
  readonly at: string
  readonly counts: Readonly<Record<RowOutcome, number>>
}

/** What an import has done. */
export type ImportDone =
  | ({ readonly purpose: 'contacts' } & LastImport)
  | {
      readonly purpose: 'do_not_contact'
      readonly counts: Readonly<Record<RowOutcome, number>>
      /** Contacts of the list that carry the mark now. */
      readonly marked: number
    }
  | { readonly purpose: 'campaigns'; readonly campaigns: number }
