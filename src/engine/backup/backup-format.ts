import { z } from 'zod'
import { instantSchema } from '../../shared/domain/primitives'
import { runIdSchema } from '../../shared/domain/run'
import type { DATA_FILES } from '../store/data-folder'

/** Counts up when an older Loa could not put a backup back rightly any more. */
export const BACKUP_SCHEMA_VERSION = 1

/** The first entry: what this is, so that a foreign file or one of a newer Loa is known at once. */
export const ABOUT_NAME = 'about.json'
/** The last entry: without it the file was cut off. */
export const MANIFEST_NAME = 'manifest.json'

const VERSION_OF_FILE = z.number().int().min(1)

export const aboutSchema = z.object({
  format: z.literal('loa-backup'),
  schema_version: VERSION_OF_FILE,
  app_version: z.string(),
  made_at: instantSchema
})

export type BackupAbout = z.infer<typeof aboutSchema>

export const manifestSchema = aboutSchema.extend({
  counts: z.object({ files: z.number(), ledgers: z.number(), bytes: z.number() }),
  entries: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: z.string() }))
})

export type BackupManifest = z.infer<typeof manifestSchema>

export type DataFileName = keyof typeof DATA_FILES

/**
 * The data files of a backup, in the order in which they are copied. A mark moves from the contact to the list of
 * addresses when somebody is deleted: copied in this order it cannot be missed by both. What belongs to this computer
 * (`state.json`, `presence.json`, `secrets.json`, logs) is not among them: only what is named here is copied.
 */
export const BACKED_UP = [
  'settings.json',
  'contacts.json',
  'suppressions.json',
  'erasures.json',
  'campaigns.json',
  'filters.json',
  'templates.json',
  'last-import.json',
  'drafts.json',
  'exports.json',
  'runs.json'
] as const satisfies readonly DataFileName[]

export type BackedUpFile = (typeof BACKED_UP)[number]

const LEDGER_ENTRY = /^runs\/([0-9a-f]{24})\/([^/]+)\.jsonl$/
const ID_DIGITS = 24

/** A ledger's name in the backup: by campaign, because tar takes no more than 100 characters behind the last slash. */
export const ledgerEntry = (runId: string): string =>
  `runs/${runId.slice(0, ID_DIGITS)}/${runId.slice(ID_DIGITS)}.jsonl`

/** The run whose ledger an entry is; null for any other entry. */
export function runOfEntry(name: string): string | null {
  const [, campaign = '', rest = ''] = LEDGER_ENTRY.exec(name) ?? []
  return runIdSchema.safeParse(campaign + rest).success ? campaign + rest : null
}

const KNOWN: ReadonlySet<string> = new Set([ABOUT_NAME, MANIFEST_NAME, ...BACKED_UP])

/** May an entry of that name be in a backup? Nothing else is ever written to the disk, so no name leads out of it. */
export const isEntryName = (name: string): boolean => KNOWN.has(name) || runOfEntry(name) !== null
