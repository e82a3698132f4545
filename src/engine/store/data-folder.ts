import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { campaignSchema } from '../../shared/domain/campaign'
import { contactSchema } from '../../shared/domain/contact'
import { runSummarySchema } from '../../shared/domain/run'
import { settingsSchema } from '../../shared/domain/settings'
import { Collection } from './collection'

const contactsFile = z.object({
  contacts: z.array(contactSchema),
  /** Deleted lately; kept until the app ends well, so that a deletion can be undone. */
  deleted: z.array(contactSchema).default([])
})
const campaignsFile = z.object({ campaigns: z.array(campaignSchema) })
const runsFile = z.object({ runs: z.array(runSummarySchema) })
const settingsFile = z.object({ settings: settingsSchema })

export type ContactsFile = z.infer<typeof contactsFile>
export type CampaignsFile = z.infer<typeof campaignsFile>
export type RunsFile = z.infer<typeof runsFile>
export type SettingsFile = z.infer<typeof settingsFile>

/** Every file under the data folder. */
export interface DataFolder {
  readonly folder: string
  readonly contacts: Collection<ContactsFile>
  readonly campaigns: Collection<CampaignsFile>
  /** An index: it can be made from the ledgers again. */
  readonly runs: Collection<RunsFile>
  readonly settings: Collection<SettingsFile>
  /** Where the ledgers are, `<run id>.jsonl`. */
  readonly ledgers: string
  readonly logFile: string
}

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
      { ...first, schema: contactsFile },
      { contacts: [], deleted: [] }
    ),
    campaigns: new Collection(file('campaigns.json'), { ...first, schema: campaignsFile }, { campaigns: [] }),
    runs: new Collection(file('runs.json'), { ...first, schema: runsFile }, { runs: [] }),
    settings: new Collection(
      file('settings.json'),
      { ...first, schema: settingsFile },
      { settings: settingsSchema.parse({}) }
    ),
    ledgers,
    logFile: join(logs, 'scheduler.log')
  }
  await Promise.all([data.contacts, data.campaigns, data.runs, data.settings].map((each) => each.load()))
  return data
}

/** The files that only the operator can mend; the index of runs mends itself. */
export const operatorsFiles = (data: DataFolder) => [data.contacts, data.campaigns, data.settings] as const
