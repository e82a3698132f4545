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
import { Collection } from './collection'

/** Counts up when the rules of `readAddresses` change in what is stored. */
export const NORMAL_FORM = 1

const contactsFile = z.object({
  contacts: z.array(contactSchema),
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
const suppressionsFile = z.object({
  /** Random, so that the hashes of one folder say nothing about another's. */
  salt: z.string(),
  /** Hashed addresses that must not be contacted, kept when their contact is deleted. */
  hashes: z.record(z.string(), z.object({ at: z.string(), reason: z.string().optional() }))
})
/** Which folder this is, and where and how often it was opened: what tells a copy or an older backup. */
const stateFile = z.object({
  folder_id: z.string(),
  machine_id: z.string(),
  path: z.string(),
  starts: z.number().int().nonnegative()
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

/** Every file under the data folder. */
export interface DataFolder {
  readonly folder: string
  readonly contacts: Collection<ContactsFile>
  readonly campaigns: Collection<CampaignsFile>
  readonly drafts: Collection<DraftsFile>
  /** An index: it can be made from the ledgers again. */
  readonly runs: Collection<RunsFile>
  readonly settings: Collection<SettingsFile>
  readonly suppressions: Collection<SuppressionsFile>
  readonly imports: Collection<ImportsFile>
  readonly filters: Collection<FiltersFile>
  readonly templates: Collection<TemplatesFile>
  readonly state: Collection<StateFile>
  /** Where the ledgers are, `<run id>.jsonl`. */
  readonly ledgers: string
  readonly logFile: string
}

/** The next version has fields that an older Loa would drop; the one before simply lacks them. */
const asItIs = (content: Record<string, unknown>): Record<string, unknown> => content

const first = { schemaVersion: 1, migrations: [] }

/** Makes the folders that are missing and reads every collection; an unusable file becomes that collection's problem. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const ledgers = join(folder, 'runs')
  const logs = join(folder, 'logs')
  await mkdir(ledgers, { recursive: true })
  await mkdir(logs, { recursive: true })
  const file = (name: string) => join(folder, name)
  const data: DataFolder = {
    folder,
    contacts: new Collection(
      file('contacts.json'),
      { schemaVersion: 2, migrations: [asItIs], schema: contactsFile },
      { contacts: [], deleted: [], last_import: '', normal_form: NORMAL_FORM }
    ),
    campaigns: new Collection(
      file('campaigns.json'),
      { schemaVersion: 3, migrations: [asItIs, asItIs], schema: campaignsFile },
      { campaigns: [] }
    ),
    drafts: new Collection(file('drafts.json'), { ...first, schema: draftsFile }, { drafts: [] }),
    runs: new Collection(file('runs.json'), { ...first, schema: runsFile }, { runs: [] }),
    settings: new Collection(
      file('settings.json'),
      { ...first, schema: settingsFile },
      { settings: settingsSchema.parse({}) }
    ),
    suppressions: new Collection(
      file('suppressions.json'),
      { ...first, schema: suppressionsFile },
      { salt: '', hashes: {} }
    ),
    imports: new Collection(
      file('last-import.json'),
      { ...first, schema: importsFile },
      { last: null, added: [], before: [] }
    ),
    filters: new Collection(file('filters.json'), { ...first, schema: filtersFile }, { filters: [] }),
    templates: new Collection(file('templates.json'), { ...first, schema: templatesFile }, { templates: [] }),
    state: new Collection(
      file('state.json'),
      { ...first, schema: stateFile },
      { folder_id: '', machine_id: '', path: '', starts: 0 }
    ),
    ledgers,
    logFile: join(logs, 'scheduler.log')
  }
  await Promise.all(everyFile(data).map((each) => each.load()))
  return data
}

export const everyFile = (data: DataFolder) =>
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
    data.state
  ] as const

/** The files that only the operator can mend; the index of runs mends itself. */
export const operatorsFiles = (data: DataFolder) =>
  [data.contacts, data.campaigns, data.settings, data.suppressions, data.filters] as const
