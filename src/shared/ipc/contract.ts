import { z } from 'zod'
import { campaignDraftSchema, CAMPAIGN_STATUSES } from '../domain/campaign'
import { channelIdSchema } from '../domain/channel'
import { type Contact, contactDraftSchema } from '../domain/contact'
import type { LogLine } from '../domain/log-line'
import { type PracticeInbox, practiceModesSchema } from '../domain/practice'
import { objectIdSchema } from '../domain/primitives'
import { type RunDetail, runIdSchema, type RunSummary } from '../domain/run'
import { type Occurrence, scheduleSettingsSchema } from '../domain/schedule'
import { type Settings, settingsPatchSchema } from '../domain/settings'
import type { Result } from '../result'
import type { AppInfo, AppState, CampaignView, ConnectionTest, ManualRunPlan } from './views'

/** The arguments that a call takes (parsed by the main process at the border) and, as a type only, what it gives. */
interface CallSpec<Args extends z.ZodType<readonly unknown[]>, Value> {
  readonly args: Args
  readonly gives?: Value
}

const call = <const Schemas extends readonly [] | readonly [z.ZodType, ...z.ZodType[]]>(
  ...schemas: Schemas
) => ({
  gives: <Value>(): CallSpec<z.ZodTuple<Schemas extends readonly [] ? [] : Schemas, null>, Value> => ({
    args: z.tuple(schemas as never) as never
  })
})

/**
 * Every call from the window to the main process: name -> arguments -> value.
 * Preload, main and renderer all derive from this table; a call is written down here and nowhere else.
 */
export const calls = {
  getAppInfo: call().gives<AppInfo>(),
  getState: call().gives<AppState>(),
  setPausedAll: call(z.boolean()).gives<AppState>(),
  /** Use the last good copy of a damaged file, or start it empty. The damaged one stays set aside. */
  recoverFile: call(z.string(), z.enum(['backup', 'empty'])).gives<AppState>(),
  copyText: call(z.string().max(10_000_000)).gives<null>(),

  getSettings: call().gives<Settings>(),
  saveSettings: call(settingsPatchSchema).gives<Settings>(),
  /** Tests what is typed, saved or not. Never sends a message. */
  testConnection: call(channelIdSchema, settingsPatchSchema).gives<ConnectionTest>(),

  listContacts: call().gives<readonly Contact[]>(),
  saveContact: call(contactDraftSchema).gives<Contact>(),
  deleteContacts: call(z.array(objectIdSchema).max(1_000_000)).gives<number>(),
  /** Puts deleted contacts back as they were (undo). */
  restoreContacts: call(z.array(objectIdSchema).max(1_000_000)).gives<number>(),

  listCampaigns: call().gives<readonly CampaignView[]>(),
  saveCampaign: call(campaignDraftSchema).gives<CampaignView>(),
  setCampaignStatus: call(objectIdSchema, z.enum(CAMPAIGN_STATUSES)).gives<CampaignView>(),
  deleteCampaign: call(objectIdSchema).gives<null>(),
  /** The next slots of a schedule that is being typed, from now on. */
  previewSchedule: call(scheduleSettingsSchema, z.number().int().min(1).max(50)).gives<
    readonly Occurrence[]
  >(),
  prepareManualRun: call(objectIdSchema).gives<ManualRunPlan>(),
  runNow: call(objectIdSchema, runIdSchema).gives<RunSummary>(),

  listRuns: call().gives<readonly RunSummary[]>(),
  getRun: call(runIdSchema).gives<RunDetail>(),

  /** The lines after `seq` that are still in memory (the last 10,000). */
  getLog: call(z.number().int().nonnegative()).gives<readonly LogLine[]>(),

  getPracticeInbox: call().gives<PracticeInbox>(),
  setPracticeModes: call(practiceModesSchema).gives<PracticeInbox>(),
  clearPracticeInbox: call().gives<PracticeInbox>()
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<Name extends CallName> = z.input<Calls[Name]['args']>
export type CallArgs<Name extends CallName> = z.output<Calls[Name]['args']>
export type CallValue<Name extends CallName> =
  NonNullable<Calls[Name]['gives']> | (null extends Calls[Name]['gives'] ? null : never)

const event = <Payload>(): { readonly payload?: Payload } => ({})

/** The pages that the main process can ask the window to open. */
export type Page = 'campaigns' | 'contacts' | 'runs' | 'console' | 'practice' | 'settings'

/** Every event from the main process to the window: name -> payload. */
export const events = {
  stateChanged: event<AppState>(),
  settingsChanged: event<Settings>(),
  contactsChanged: event<null>(),
  campaignsChanged: event<null>(),
  /** The runs that changed, at most a few times a second. */
  runsChanged: event<readonly RunSummary[]>(),
  /** New lines, in batches. */
  logAppended: event<readonly LogLine[]>(),
  practiceChanged: event<null>(),
  openPage: event<Page>()
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<Name extends EventName> = Exclude<Events[Name]['payload'], undefined>

/** `window.loa`: one named function a call, one `on...` a event. Calls never reject: failures are values. */
export type LoaApi = {
  readonly [Name in CallName]: (...args: CallInput<Name>) => Promise<Result<CallValue<Name>>>
} & {
  readonly [Name in EventName as `on${Capitalize<Name>}`]: (
    listener: (payload: EventPayload<Name>) => void
  ) => () => void
}
