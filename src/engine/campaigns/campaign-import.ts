import { ObjectId } from 'bson'
import { type Campaign, campaignSchema } from '../../shared/domain/campaign'
import type { RowReport } from '../../shared/domain/contact-import'
import { objectIdSchema } from '../../shared/domain/primitives'
import type { CampaignImportCheck } from '../../shared/ipc/contact-views'
import { fail, ok, type Result } from '../../shared/result'
import { foreignId } from '../contacts/import/foreign-id'
import { type SourceChoice, readRecords } from '../contacts/import/readers/open-source'
import type { SourceRecord, SourceValue } from '../contacts/import/readers/source'
import { entriesOf, isList, textOf } from '../contacts/import/source-text'
import { failureOf } from '../contacts/import/source-failure'
import { checkSchedule } from '../scheduler/occurrences/schedule-check'
import type { Collection } from '../store/collection'
import type { CampaignsFile } from '../store/data-folder'

/** Campaigns of the reference system, as they would come in. */
export interface ReadCampaigns {
  readonly campaigns: readonly Campaign[]
  readonly check: CampaignImportCheck
}

/** Reads campaigns that `mongoexport` wrote. Nothing is stored, and nothing that comes in is active. */
export async function readCampaigns(
  path: string,
  choice: SourceChoice,
  collection: Collection<CampaignsFile>,
  now: string
): Promise<Result<ReadCampaigns>> {
  const known = new Set(collection.value.campaigns.map(({ _id }) => _id))
  const campaigns: Campaign[] = []
  const reports: RowReport[] = []
  const records = readRecords(path, choice)
  for (;;) {
    const { value, done } = await records.next()
    if (done === true) {
      if (!value.ok) return fail(failureOf(value.error))
      return ok({ campaigns, check: { campaigns: campaigns.map(summaryOf), problems: reports } })
    }
    for (const event of value) {
      if (event.type === 'doubt') continue
      if (event.type === 'unreadable') {
        const { row, code, detail } = event.problem
        reports.push(rejected(row, '', [{ code, ...(detail !== undefined && { detail }) }]))
        continue
      }
      const { row } = event.record
      const read = readCampaign(event.record, now)
      if (!read.ok)
        reports.push(
          rejected(row, read.error.name, [{ code: 'campaign_invalid', detail: read.error.detail }])
        )
      else if (known.has(read.value._id)) {
        reports.push({
          row,
          outcome: 'skipped',
          name: read.value.name,
          problems: [{ code: 'campaign_known' }]
        })
      } else {
        known.add(read.value._id)
        campaigns.push(read.value)
      }
    }
  }
}

/** Adds the campaigns, in one durable write. Gives how many. */
export async function storeCampaigns(
  campaigns: readonly Campaign[],
  collection: Collection<CampaignsFile>
): Promise<Result<number>> {
  const stored = await collection.update((file) => {
    const known = new Set(file.campaigns.map(({ _id }) => _id))
    return { ...file, campaigns: [...file.campaigns, ...campaigns.filter(({ _id }) => !known.has(_id))] }
  })
  return stored.ok ? ok(campaigns.length) : stored
}

const summaryOf = ({ _id, name, contacts, schedule_settings }: Campaign) => ({
  _id,
  name,
  contacts: contacts.length,
  frequency: schedule_settings.frequency,
  start_time: schedule_settings.start_time,
  timezone: schedule_settings.timezone
})

const rejected = (row: number, name: string, problems: RowReport['problems']): RowReport => ({
  row,
  outcome: 'rejected',
  name,
  problems
})

function readCampaign(
  { fields }: SourceRecord,
  now: string
): Result<Campaign, { readonly name: string; readonly detail: string }> {
  const document = Object.fromEntries(fields)
  const name = textOf(fields.get('name'))
  const contacts = fields.get('contacts') ?? []
  const created = textOf(fields.get('created_at') ?? fields.get('createdAt'))
  const parsed = campaignSchema.safeParse({
    ...document,
    schedule_settings: withoutNull(fields.get('schedule_settings')),
    _id: idOf(fields.get('_id')) ?? new ObjectId().toHexString(),
    contacts: Array.isArray(contacts) ? contacts.flatMap((each) => idOf(each as SourceValue) ?? []) : [],
    // Whatever it was there, here nobody has confirmed yet that it may send.
    status: 'draft',
    effective_from: null,
    forgotten: null,
    approval: null,
    // There, braces in a text were sent as they are; filling them in is the operator's decision.
    placeholders: false,
    created_at: Number.isNaN(Date.parse(created)) ? now : new Date(created).toISOString(),
    updated_at: now
  })
  if (!parsed.success) {
    const [first] = parsed.error.issues
    return fail({ name, detail: `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}` })
  }
  const [issue] = checkSchedule(parsed.data.schedule_settings)
  if (issue !== undefined)
    return fail({ name, detail: `schedule_settings.${issue.path.join('.')}: ${issue.code}` })
  return ok(parsed.data)
}

/** The id of a contact or a campaign of the reference system; one of another kind becomes the same id each time. */
function idOf(value: SourceValue | undefined): string | null {
  if (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && !isList(value) && !('_id' in value))
  )
    return null
  const text = textOf(typeof value === 'object' && !isList(value) ? value['_id'] : value).trim()
  if (text === '') return null
  const parsed = objectIdSchema.safeParse(text)
  return parsed.success ? parsed.data : foreignId(text)
}

/** The reference system writes null for what is not set. */
const withoutNull = (value: SourceValue | undefined): Record<string, SourceValue> =>
  Object.fromEntries(entriesOf(value).filter(([, each]) => each !== null && each !== ''))
