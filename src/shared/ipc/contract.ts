import { z } from 'zod'
import { audienceSchema, campaignDraftSchema, CAMPAIGN_STATUSES } from '../domain/campaign'
import type { CalendarEntry, DayOfMessages, Holiday, SchedulePreview } from '../domain/calendar'
import { channelIdSchema } from '../domain/channel'
import {
  type DeliveryDetail,
  type DeliveryPage,
  deliveryQuerySchema,
  type DeliveryRef,
  deliveryRefSchema
} from '../domain/delivery'
import { type Contact, CONTACT_LIMITS, contactDraftSchema, tagSchema } from '../domain/contact'
import {
  type ImportCheck,
  type ImportDone,
  importOptionsSchema,
  type ImportPreview,
  type ImportProgress,
  importPurposeSchema,
  type LastImport
} from '../domain/contact-import'
import { mergeOrderSchema } from '../domain/contact-merge'
import { contactQuerySchema, type SavedFilter, savedFilterSchema } from '../domain/contact-query'
import type { Health } from '../domain/health'
import { logSelectionSchema } from '../domain/log-filter'
import type { LogPage } from '../domain/log-line'
import {
  type MessageCheck,
  type MessageTemplate,
  messageTemplateSchema,
  type PlaceholderChoice,
  type RenderedText,
  type TestDelivery,
  typedMessageSchema
} from '../domain/message'
import { type PracticeInbox, practiceModesSchema } from '../domain/practice'
import { dateSchema, instantSchema, lineSchema, objectIdSchema, zoneSchema } from '../domain/primitives'
import { approvalSchema, type CampaignReview, type Rehearsal, REHEARSAL_RULES } from '../domain/rehearsal'
import { type ReportVerdict, RUN_REPORTS } from '../domain/report'
import { noteSchema, runIdSchema, type RunOverview, type RunSummary } from '../domain/run'
import { scheduleSettingsSchema } from '../domain/schedule'
import { secretDraftSchema, secretRefSchema, type SecretsView } from '../domain/secret'
import { type Settings, settingsPatchSchema } from '../domain/settings'
import type { Result } from '../result'
import type { BackupCopies, BackupProgress, ErasurePlan, ErasureView, RestorePreview } from './backup-views'
import { type Destination, quitAnswerSchema, shownPlaceSchema, type StartAtLogin } from './desktop'
import type { Page } from './pages'
import type {
  AddressMark,
  AudienceCount,
  CampaignImportCheck,
  ContactMessage,
  ContactOverview,
  ContactPage,
  DuplicatePage,
  ReachExplanation,
  SavedFile
} from './contact-views'
import type {
  AppInfo,
  AppState,
  CampaignView,
  ConnectionTest,
  EditorDraft,
  EditorDraftNote,
  ManualRunPlan,
  SendPlan,
  MissedPlan,
  RetryPlan
} from './views'

/** The arguments that a call takes (parsed by the main process at the border) and, as a type only, what it gives. */
interface CallSpec<Args extends z.ZodType<readonly unknown[]>, Value> {
  readonly args: Args
  readonly gives?: Value
}

const call = <Args extends z.ZodType<readonly unknown[]>>(args: Args) => ({
  gives: <Value>(): CallSpec<Args, Value> => ({ args })
})

const nothing = z.tuple([])
const manyIds = z.array(objectIdSchema).max(1_000_000)
/** A longer stretch of a thousand campaigns would not fit into one answer. */
const LONGEST_CALENDAR_MS = 400 * 86_400_000
const isCalendarSpan = ([from, to]: readonly [string, string]): boolean =>
  Date.parse(to) - Date.parse(from) <= LONGEST_CALENDAR_MS
const editorKeySchema = z.union([z.literal('new'), objectIdSchema])

/**
 * Every call from the window to the main process: name -> arguments -> value.
 * Preload, main and renderer all derive from this table; a call is written down here and nowhere else.
 */
export const calls = {
  getAppInfo: call(nothing).gives<AppInfo>(),
  getState: call(nothing).gives<AppState>(),
  setPausedAll: call(z.tuple([z.boolean()])).gives<AppState>(),
  /** Use the last good copy of a damaged file, or start it empty. The damaged one stays set aside. */
  recoverFile: call(z.tuple([z.string(), z.enum(['backup', 'empty'])])).gives<AppState>(),
  copyText: call(z.tuple([z.string().max(10_000_000)])).gives<null>(),

  getSettings: call(nothing).gives<Settings>(),
  saveSettings: call(z.tuple([settingsPatchSchema])).gives<Settings>(),
  /** Tests what is typed, saved or not. Never sends a message. */
  testConnection: call(z.tuple([channelIdSchema, settingsPatchSchema])).gives<ConnectionTest>(),

  /** What is known of keys and headers, never their values. Asks the keychain how it stands, and waits for its answer. */
  getSecrets: call(nothing).gives<SecretsView>(),
  setSecret: call(z.tuple([secretDraftSchema])).gives<SecretsView>(),
  removeSecret: call(z.tuple([secretRefSchema])).gives<SecretsView>(),
  /** Lets the system ask for the keychain's password. */
  unlockKeychain: call(nothing).gives<SecretsView>(),
  /** Shows the data folder in the file manager. */
  openDataFolder: call(nothing).gives<null>(),

  /** A part of what a query finds: the window never holds the whole list. */
  findContacts: call(
    z.tuple([contactQuerySchema, z.number().int().nonnegative(), z.number().int().min(1).max(500)])
  ).gives<ContactPage>(),
  findContactIds: call(z.tuple([contactQuerySchema])).gives<readonly string[]>(),
  /** Contacts by id; unknown ones are left out. */
  getContacts: call(z.tuple([z.array(objectIdSchema).max(1000)])).gives<readonly Contact[]>(),
  contactOverview: call(nothing).gives<ContactOverview>(),
  /** Whom an audience reaches on each channel, as the list is now. */
  countAudience: call(
    z.tuple([z.array(objectIdSchema).max(1_000_000), audienceSchema])
  ).gives<AudienceCount>(),
  /** Everything that was ever sent to somebody, newest first. */
  contactMessages: call(z.tuple([objectIdSchema])).gives<readonly ContactMessage[]>(),
  /** Why somebody gets a campaign, or does not. */
  explainReach: call(z.tuple([objectIdSchema, objectIdSchema])).gives<ReachExplanation>(),
  /** Where somebody's addresses must not be used, whoever was marked for them. */
  addressMarks: call(z.tuple([objectIdSchema])).gives<readonly AddressMark[]>(),
  saveContact: call(z.tuple([contactDraftSchema])).gives<Contact>(),
  deleteContacts: call(z.tuple([manyIds])).gives<number>(),
  /** Puts deleted contacts back as they were (undo). */
  restoreContacts: call(z.tuple([manyIds])).gives<number>(),

  /** Gives or takes a tag. Gives the ids of those who changed: with them it is taken back. */
  tagContacts: call(z.tuple([manyIds, tagSchema, z.boolean()])).gives<readonly string[]>(),
  /** Somebody asked to stop. Everybody who shares an address is marked too. */
  stopContacting: call(
    z.tuple([manyIds, z.array(channelIdSchema).min(1), lineSchema(CONTACT_LIMITS.reason)])
  ).gives<number>(),
  allowContacting: call(z.tuple([objectIdSchema, z.array(channelIdSchema).min(1)])).gives<Contact>(),
  findDuplicates: call(
    z.tuple([z.number().int().nonnegative(), z.number().int().min(1).max(200)])
  ).gives<DuplicatePage>(),
  /** Makes contacts one, all groups in one write. Gives the id by which it is taken back. */
  mergeContacts: call(z.tuple([z.array(mergeOrderSchema).min(1).max(100_000)])).gives<string>(),
  /** Merges every group that is found, the first value winning. Gives how many, and the id to take it back. */
  mergeAllDuplicates: call(nothing).gives<{ readonly groups: number; readonly merge_id: string }>(),
  undoMerge: call(z.tuple([objectIdSchema])).gives<number>(),

  listFilters: call(nothing).gives<readonly SavedFilter[]>(),
  saveFilter: call(z.tuple([savedFilterSchema.omit({ _id: true })])).gives<SavedFilter>(),
  deleteFilter: call(z.tuple([objectIdSchema])).gives<null>(),

  openImport: call(
    z.tuple([z.string().min(1).max(10_000), importPurposeSchema.nullable()])
  ).gives<ImportPreview>(),
  previewImport: call(z.tuple([importOptionsSchema])).gives<ImportPreview>(),
  /** Reads the whole file and says what would become of each row. */
  checkImport: call(z.tuple([importOptionsSchema])).gives<ImportCheck>(),
  checkCampaignImport: call(z.tuple([importOptionsSchema])).gives<CampaignImportCheck>(),
  commitImport: call(nothing).gives<ImportDone>(),
  cancelImport: call(nothing).gives<null>(),
  /** Forgets the open file. */
  closeImport: call(nothing).gives<null>(),
  saveImportReport: call(nothing).gives<SavedFile>(),
  /** The last import while it can be undone. */
  lastImport: call(nothing).gives<LastImport | null>(),
  /** Takes the last import back. Gives how many people stay because they changed since. */
  undoImport: call(nothing).gives<number>(),
  /** Writes contacts to a file in the downloads folder; null means: in no order, all of them. */
  exportContacts: call(z.tuple([z.enum(['csv', 'json', 'vcard']), manyIds.nullable()])).gives<SavedFile>(),
  /** Shows a file that Loa has written in the file manager. */
  showFile: call(z.tuple([z.string()])).gives<null>(),

  /** The copies that Loa writes by itself. */
  listBackups: call(nothing).gives<BackupCopies>(),
  /** Writes everything into one file: in the downloads folder, or where the operator chooses (null: nowhere). */
  backUpNow: call(z.tuple([z.enum(['downloads', 'choose'])])).gives<SavedFile | null>(),
  /** Ends a backup, a check or an export that is under way. */
  cancelBackup: call(nothing).gives<null>(),
  /** Unpacks a backup, checks all of it and says what it would change. */
  checkBackup: call(z.tuple([z.string().min(1).max(10_000)])).gives<RestorePreview>(),
  /** Forgets what was checked. */
  closeBackupCheck: call(nothing).gives<null>(),
  /** Puts back what was checked: Loa starts anew for it. */
  restoreBackup: call(z.tuple([z.string().min(1).max(100)])).gives<null>(),
  /** Lets the operator choose a folder for the copies; null when none was chosen. */
  chooseBackupFolder: call(nothing).gives<string | null>(),
  /** Writes all that Loa knows into a folder of files that other programs read. */
  exportEverything: call(nothing).gives<SavedFile>(),
  planErasure: call(z.tuple([objectIdSchema])).gives<ErasurePlan>(),
  /** Erases somebody for good; what an open run needs waits until it is over. */
  erasePerson: call(z.tuple([objectIdSchema])).gives<ErasureView>(),
  listErasures: call(nothing).gives<readonly ErasureView[]>(),

  listCampaigns: call(nothing).gives<readonly CampaignView[]>(),
  /** An active campaign that makes AI calls is saved only with a yes to them, given now or before. */
  saveCampaign: call(z.tuple([campaignDraftSchema, approvalSchema.optional()])).gives<CampaignView>(),
  setCampaignStatus: call(z.tuple([objectIdSchema, z.enum(CAMPAIGN_STATUSES)])).gives<CampaignView>(),
  deleteCampaign: call(z.tuple([objectIdSchema])).gives<null>(),
  /** The next slots of a schedule that is being typed, from now on. */
  previewSchedule: call(
    z.tuple([scheduleSettingsSchema, z.number().int().min(1).max(50)])
  ).gives<SchedulePreview>(),
  /** Activates a campaign that was reviewed. Refused while its AI calls are not approved. */
  activateCampaign: call(z.tuple([objectIdSchema, approvalSchema])).gives<CampaignView>(),
  /** What the operator approves, of a campaign that may not be saved yet. */
  reviewCampaign: call(z.tuple([campaignDraftSchema])).gives<CampaignReview>(),
  /** Plays the next week of a campaign through, without one request. Another call ends the one before. */
  rehearse: call(z.tuple([campaignDraftSchema, z.enum(REHEARSAL_RULES)])).gives<Rehearsal>(),
  cancelRehearsal: call(nothing).gives<null>(),
  /** Runs a campaign through the practice gateway, with the faults that were chosen. */
  rehearseForReal: call(z.tuple([objectIdSchema, runIdSchema, practiceModesSchema])).gives<RunSummary>(),

  /** The texts as one contact would get them; without a contact the placeholders stay as they are. */
  previewMessage: call(
    z.tuple([typedMessageSchema, z.array(channelIdSchema), objectIdSchema.nullable()])
  ).gives<readonly RenderedText[]>(),
  /** What speaks against a message, over everybody who would get it. `cancelled` when another one is asked for meanwhile. */
  checkMessage: call(
    z.tuple([
      typedMessageSchema,
      z.array(channelIdSchema),
      z.array(objectIdSchema).max(1_000_000),
      audienceSchema
    ])
  ).gives<MessageCheck>(),
  listPlaceholders: call(nothing).gives<readonly PlaceholderChoice[]>(),
  /** Sends a text to the operator's own addresses, filled in as for that contact. No campaign changes by it. */
  sendTest: call(
    z.tuple([
      typedMessageSchema,
      z.partialRecord(channelIdSchema, z.string().trim().max(200)),
      objectIdSchema.nullable()
    ])
  ).gives<readonly TestDelivery[]>(),
  listTemplates: call(nothing).gives<readonly MessageTemplate[]>(),
  /** Adds a template; one of the same name is replaced. */
  saveTemplate: call(z.tuple([messageTemplateSchema.omit({ _id: true })])).gives<MessageTemplate>(),
  deleteTemplate: call(z.tuple([objectIdSchema])).gives<null>(),

  /** What was typed into a campaign's editor and not saved; the key is the campaign's id, or `new`. */
  getEditorDraft: call(z.tuple([editorKeySchema])).gives<EditorDraft | null>(),
  listEditorDrafts: call(nothing).gives<readonly EditorDraftNote[]>(),
  saveEditorDraft: call(z.tuple([editorKeySchema, z.string().max(20_000_000)])).gives<null>(),
  dropEditorDraft: call(z.tuple([editorKeySchema])).gives<null>(),

  /** Everything on the calendar from one instant to another (exclusive), ascending; at most some 400 days. */
  calendar: call(z.tuple([instantSchema, instantSchema]).refine(isCalendarSpan, 'invalid_value')).gives<
    readonly CalendarEntry[]
  >(),
  /** Leaves one coming slot out, by its date in the campaign's zone, or puts it back. */
  skipSlot: call(z.tuple([objectIdSchema, dateSchema, z.boolean()])).gives<CampaignView>(),
  listHolidays: call(
    z.tuple([z.number().int().min(1970).max(2199), z.number().int().min(1970).max(2199)])
  ).gives<readonly Holiday[]>(),
  /** The messages of the last days, through the chosen kind of gateway (practice or live), day by day in a zone. */
  dailyMessages: call(z.tuple([z.number().int().min(1).max(366), zoneSchema])).gives<
    readonly DayOfMessages[]
  >(),

  prepareManualRun: call(z.tuple([objectIdSchema])).gives<ManualRunPlan>(),
  runNow: call(z.tuple([objectIdSchema, runIdSchema, approvalSchema.optional()])).gives<RunSummary>(),

  /** Whom a missed slot concerned. */
  planMissed: call(z.tuple([runIdSchema])).gives<MissedPlan>(),
  /** What "send now" of a missed slot would do. */
  prepareMissedRun: call(z.tuple([runIdSchema])).gives<SendPlan>(),
  /** Runs a missed slot now, under its own id. */
  sendMissed: call(z.tuple([runIdSchema, approvalSchema.optional()])).gives<RunSummary>(),
  /** Takes missed slots out of the inbox; they stay in the history. */
  skipMissed: call(z.tuple([z.array(runIdSchema).max(100_000)])).gives<number>(),

  pauseRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  resumeRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  /** Ends a run for good: what is queued is skipped. */
  stopRun: call(z.tuple([runIdSchema, noteSchema])).gives<RunSummary>(),
  /** Lets a channel go on that stood still in this run because of errors. */
  resumeRunChannel: call(z.tuple([runIdSchema, channelIdSchema])).gives<RunSummary>(),
  /** Decides about AI calls that a run holds because they are more than were approved. */
  decideCalls: call(z.tuple([runIdSchema, z.enum(['call', 'leave_out'])])).gives<RunSummary>(),
  /** Decides about deliveries that may have arrived; those that are not `unknown` are left alone. Gives how many. */
  settleUnknown: call(
    z.tuple([runIdSchema, z.array(deliveryRefSchema).max(1_000_000), z.enum(['arrived', 'again'])])
  ).gives<number>(),
  planRetry: call(z.tuple([runIdSchema])).gives<RetryPlan>(),
  retryFailed: call(z.tuple([runIdSchema, runIdSchema, z.enum(['original', 'current'])])).gives<RunSummary>(),

  setEmergencyStop: call(z.tuple([z.boolean()])).gives<AppState>(),
  /** The clock is right: what was held after a jump goes on. */
  confirmClock: call(nothing).gives<AppState>(),
  /** Ends a channel's wait for a Retry-After or for a gateway out of reach, and tries at once. */
  tryChannelNow: call(z.tuple([channelIdSchema])).gives<AppState>(),

  listRuns: call(nothing).gives<readonly RunSummary[]>(),
  getRunOverview: call(z.tuple([runIdSchema])).gives<RunOverview>(),
  /** A part of the contacts of a run whose deliveries a query finds, in the order of the run. */
  findDeliveries: call(
    z.tuple([
      runIdSchema,
      deliveryQuerySchema,
      z.number().int().nonnegative(),
      z.number().int().min(1).max(500)
    ])
  ).gives<DeliveryPage>(),
  findDeliveryRefs: call(z.tuple([runIdSchema, deliveryQuerySchema])).gives<readonly DeliveryRef[]>(),
  getDelivery: call(z.tuple([runIdSchema, deliveryRefSchema])).gives<DeliveryDetail>(),
  /** Writes a run to a file in the downloads folder. */
  exportRun: call(z.tuple([runIdSchema, z.enum(RUN_REPORTS)])).gives<SavedFile>(),
  /** Checks the hash chain of a report that Loa has written. */
  verifyReport: call(z.tuple([z.string().min(1).max(10_000)])).gives<ReportVerdict>(),

  /** The oldest lines behind `seq` that are still in memory; to be called again until the newest is there. */
  getLog: call(z.tuple([z.number().int().nonnegative()])).gives<LogPage>(),
  /** Puts lines of the log on the clipboard. Gives how many. */
  copyLog: call(z.tuple([logSelectionSchema])).gives<number>(),
  /** Writes lines of the log to a file in the downloads folder. */
  exportLog: call(z.tuple([logSelectionSchema])).gives<SavedFile>(),
  /** Shows `logs/scheduler.log` in the file manager. */
  showLogFile: call(nothing).gives<null>(),

  getPracticeInbox: call(nothing).gives<PracticeInbox>(),
  setPracticeModes: call(z.tuple([practiceModesSchema])).gives<PracticeInbox>(),
  clearPracticeInbox: call(nothing).gives<PracticeInbox>(),

  getStartAtLogin: call(nothing).gives<StartAtLogin>(),
  setStartAtLogin: call(z.tuple([z.boolean()])).gives<StartAtLogin>(),
  /** Tells what the window shows, so that no notification says it as well. */
  noteShown: call(z.tuple([shownPlaceSchema])).gives<null>(),
  answerQuit: call(z.tuple([quitAnswerSchema])).gives<null>(),
  /** How the app itself is doing; looked at anew with each call. */
  getHealth: call(nothing).gives<Health>()
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<Name extends CallName> = z.input<Calls[Name]['args']>
export type CallArgs<Name extends CallName> = z.output<Calls[Name]['args']>
export type CallValue<Name extends CallName> =
  NonNullable<Calls[Name]['gives']> | (null extends Calls[Name]['gives'] ? null : never)

/** The payload of an event, as a type only. */
interface EventSpec<Payload> {
  readonly payload?: Payload
}

/** Every event from the main process to the window: name -> payload. */
export const events = {
  stateChanged: {} as EventSpec<AppState>,
  settingsChanged: {} as EventSpec<Settings>,
  secretsChanged: {} as EventSpec<SecretsView>,
  contactsChanged: {} as EventSpec<null>,
  importProgress: {} as EventSpec<ImportProgress>,
  campaignsChanged: {} as EventSpec<null>,
  /** The runs that changed, at most a few times a second. */
  runsChanged: {} as EventSpec<readonly RunSummary[]>,
  /** There are new lines. It is not said again before somebody has asked for lines. */
  logGrew: {} as EventSpec<null>,
  /** Old runs were removed: the history is to be read again. */
  runsForgotten: {} as EventSpec<null>,
  practiceChanged: {} as EventSpec<null>,
  /** How far the rehearsal is, 0 to 1. */
  rehearsalProgress: {} as EventSpec<number>,
  backupProgress: {} as EventSpec<BackupProgress>,
  openPage: {} as EventSpec<Destination<Page>>,
  /** The operator wants to quit while so many runs are open. */
  quitAsked: {} as EventSpec<number>
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
