import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { campaignSchema } from '../../shared/domain/campaign'
import { contactSchema } from '../../shared/domain/contact'
import { savedFilterSchema } from '../../shared/domain/contact-query'
import { messageTemplateSchema } from '../../shared/domain/message'
import { instantSchema, objectIdSchema } from '../../shared/domain/primitives'
import { runSummarySchema } from '../../shared/domain/run'
import { settingsSchema } from '../../shared/domain/settings'
import { sharingTexts } from '../contacts/share-texts'
import { Collection } from './collection'
import type { FileFormat } from './file-format'
import { storedContactReader } from './stored-contact'

/** Counts up when the rules of `readAddresses` change in what is stored. */
export const NORMAL_FORM = 1

const contactsFile = z.object({
  contacts: z.array(contactSchema).transform((contacts) => contacts.map(sharingTexts())),
  /** Deleted lately; kept until the app ends well, so that a deletion can be undone. */
  deleted: z.array(contactSchema).default([]),
  /** The id of the last import that is in the list: only that one can be undone. */
  last_import: z.string().default(''),
  /** By which rules the addresses were read; those of older rules, or of nobody's, are read anew at the start. */
  normal_form: z.number().int().default(0)
})
/** What an import changed, written before the list is: with its id in the list it can be undone. */
const importsFile = z.object({
  last: z
    .object({
      id: z.string(),
      file_name: z.string(),
      at: instantSchema,
      counts: z.object({
        added: z.number(),
        merged: z.number(),
        unchanged: z.number(),
        skipped: z.number(),
        rejected: z.number()
      })
    })
    .nullable(),
  added: z.array(objectIdSchema),
  /** The people that were changed, as they were before. */
  before: z.array(contactSchema)
})
const filtersFile = z.object({ filters: z.array(savedFilterSchema) })
const templatesFile = z.object({ templates: z.array(messageTemplateSchema) })
const campaignsFile = z.object({ campaigns: z.array(campaignSchema) })
/** What was typed into editors and not saved; the values are the form's own, as text. */
const draftsFile = z.object({
  drafts: z.array(z.object({ key: z.string(), at: instantSchema, values: z.string() }))
})
/** Hashed addresses that must not be contacted, kept when their contact is deleted. */
const hashesSchema = z.record(z.string(), z.object({ at: z.string(), reason: z.string().optional() }))
const suppressionsFile = z.object({
  /** Random, so that the hashes of one folder say nothing about another's. */
  salt: z.string(),
  hashes: hashesSchema,
  /** The lists of other folders that were joined with this one: their hashes cannot be made anew with our salt. */
  joined: z.array(z.object({ salt: z.string(), hashes: hashesSchema })).default([])
})
/** Files and folders that Loa has written elsewhere for the operator, oldest first. */
const exportsFile = z.object({ exports: z.array(z.object({ path: z.string(), at: instantSchema })) })
const erasureIds = {
  _id: objectIdSchema,
  /** Every id under which campaigns and ledgers know the person. */
  contact_ids: z.array(objectIdSchema),
  asked_at: instantSchema
}
/** Who was erased on request. What is looked for is kept only until nothing of it is left. */
const erasuresFile = z.object({
  pending: z.array(
    z.object({
      ...erasureIds,
      /** The addresses in the form in which they are compared. */
      keys: z.array(z.string()),
      /** The names and addresses as they may be written anywhere. */
      names: z.array(z.string()),
      addresses: z.array(z.string()),
      /** Of addresses that were hashed when the person was erased before a restore. */
      hashes: z.array(z.string()).default([])
    })
  ),
  done: z.array(
    z.object({
      ...erasureIds,
      done_at: instantSchema,
      /** The hashed addresses that must not be contacted. */
      hashes: z.array(z.string())
    })
  )
})
/** Which folder this is, and where and how often it was opened: what tells a copy or an older backup. */
const stateFile = z.object({
  folder_id: z.string(),
  machine_id: z.string(),
  path: z.string(),
  starts: z.number().int().nonnegative(),
  /** A backup was put back here and no engine has settled yet what follows from that. */
  restored: z.boolean().default(false)
})
const runsFile = z.object({ runs: z.array(runSummarySchema) })
const settingsFile = z.object({ settings: settingsSchema })

export type ContactsFile = z.infer<typeof contactsFile>
export type ImportsFile = z.infer<typeof importsFile>
export type FiltersFile = z.infer<typeof filtersFile>
export type TemplatesFile = z.infer<typeof templatesFile>
export type CampaignsFile = z.infer<typeof campaignsFile>
export type DraftsFile = z.infer<typeof draftsFile>
export type RunsFile = z.infer<typeof runsFile>
export type SuppressionsFile = z.infer<typeof suppressionsFile>
export type StateFile = z.infer<typeof stateFile>
export type SettingsFile = z.infer<typeof settingsFile>
export type ExportsFile = z.infer<typeof exportsFile>
export type ErasuresFile = z.infer<typeof erasuresFile>

/** Every file under the data folder. */
export interface DataFolder {
  readonly folder: string
  readonly contacts: Collection<ContactsFile>
  /** Resolves when the contacts are read; before, whoever asks for them is thrown at. */
  readonly contactsRead: Promise<void>
  readonly campaigns: Collection<CampaignsFile>
  readonly drafts: Collection<DraftsFile>
  /** An index: it can be made from the ledgers again. */
  readonly runs: Collection<RunsFile>
  readonly settings: Collection<SettingsFile>
  readonly suppressions: Collection<SuppressionsFile>
  readonly imports: Collection<ImportsFile>
  readonly filters: Collection<FiltersFile>
  readonly templates: Collection<TemplatesFile>
  readonly exports: Collection<ExportsFile>
  readonly erasures: Collection<ErasuresFile>
  readonly state: Collection<StateFile>
  /** Where the ledgers are, `<run id>.jsonl`. */
  readonly ledgers: string
  readonly logFile: string
}

/** The next version has fields that an older Loa would drop; the one before simply lacks them. */
const asItIs = (content: Record<string, unknown>): Record<string, unknown> => content

const first = { schemaVersion: 1, migrations: [] }

interface DataFile<T> {
  readonly format: FileFormat<T>
  readonly empty: T
}

const dataFile = <T>(format: FileFormat<T>, empty: T): DataFile<T> => ({ format, empty })

/** Every JSON file by its name: how it is read, and what stands for one that was never written. */
export const DATA_FILES = {
  'settings.json': dataFile({ ...first, schema: settingsFile }, { settings: settingsSchema.parse({}) }),
  'contacts.json': dataFile(
    {
      schemaVersion: 2,
      migrations: [asItIs],
      schema: contactsFile,
      longList: { name: 'contacts', before: 'deleted', reader: storedContactReader }
    },
    { contacts: [], deleted: [], last_import: '', normal_form: NORMAL_FORM }
  ),
  'campaigns.json': dataFile(
    { schemaVersion: 3, migrations: [asItIs, asItIs], schema: campaignsFile },
    { campaigns: [] }
  ),
  'drafts.json': dataFile({ ...first, schema: draftsFile }, { drafts: [] }),
  'runs.json': dataFile({ ...first, schema: runsFile }, { runs: [] }),
  'suppressions.json': dataFile(
    { schemaVersion: 2, migrations: [asItIs], schema: suppressionsFile },
    { salt: '', hashes: {}, joined: [] }
  ),
  'last-import.json': dataFile({ ...first, schema: importsFile }, { last: null, added: [], before: [] }),
  'filters.json': dataFile({ ...first, schema: filtersFile }, { filters: [] }),
  'templates.json': dataFile({ ...first, schema: templatesFile }, { templates: [] }),
  'exports.json': dataFile({ ...first, schema: exportsFile }, { exports: [] }),
  'erasures.json': dataFile({ ...first, schema: erasuresFile }, { pending: [], done: [] }),
  'state.json': dataFile(
    { ...first, schema: stateFile },
    { folder_id: '', machine_id: '', path: '', starts: 0, restored: false }
  )
}

/**
 * Makes the folders that are missing and reads every collection; an unusable file becomes that collection's problem. The
 * contacts may take a while: they are read on (`contactsRead`) when it resolves.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const ledgers = join(folder, 'runs')
  const logs = join(folder, 'logs')
  await mkdir(ledgers, { recursive: true })
  await mkdir(logs, { recursive: true })
  const open = <Name extends keyof typeof DATA_FILES>(name: Name) => {
    const { format, empty } = DATA_FILES[name] as DataFile<(typeof DATA_FILES)[Name]['empty']>
    return new Collection(join(folder, name), format, empty)
  }
  const contacts = open('contacts.json')
  const data: Omit<DataFolder, 'contactsRead'> = {
    folder,
    contacts,
    campaigns: open('campaigns.json'),
    drafts: open('drafts.json'),
    runs: open('runs.json'),
    settings: open('settings.json'),
    suppressions: open('suppressions.json'),
    imports: open('last-import.json'),
    filters: open('filters.json'),
    templates: open('templates.json'),
    exports: open('exports.json'),
    erasures: open('erasures.json'),
    state: open('state.json'),
    ledgers,
    logFile: join(logs, 'scheduler.log')
  }
  await Promise.all(everyFile(data).map((each) => (each === contacts ? Promise.resolve() : each.load())))
  const contactsRead = contacts.load()
  // Whoever waits for it is told.
  contactsRead.catch(() => undefined)
  return { ...data, contactsRead }
}

export const everyFile = (data: Omit<DataFolder, 'contactsRead'>) =>
  [
    data.contacts,
    data.campaigns,
    data.drafts,
    data.runs,
    data.settings,
    data.suppressions,
    data.imports,
    data.filters,
    data.templates,
    data.exports,
    data.erasures,
    data.state
  ] as const

/** The files that only the operator can mend; the index of runs mends itself. */
export const operatorsFiles = (data: DataFolder) =>
  [data.contacts, data.campaigns, data.settings, data.suppressions, data.filters] as const
