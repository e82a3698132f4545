import type { z } from 'zod'
import { appCalls } from './calls/app-calls'
import { backupCalls } from './calls/backup-calls'
import { calendarCalls } from './calls/calendar-calls'
import { campaignCalls } from './calls/campaign-calls'
import { contactCalls } from './calls/contact-calls'
import { importCalls } from './calls/import-calls'
import { logCalls } from './calls/log-calls'
import { messageCalls } from './calls/message-calls'
import { runCalls } from './calls/run-calls'
import { settingsCalls } from './calls/settings-calls'
import { windowCalls } from './calls/window-calls'
import type { CallSpec } from './calls/call'
import type { ImportProgress } from '../domain/contact-import'
import type { OpenRuns } from '../domain/open-runs'
import type { RunSummary } from '../domain/run'
import type { SecretsView } from '../domain/secret'
import type { Settings } from '../domain/settings'
import type { Result } from '../result'
import type { BackupProgress } from './backup-views'
import type { Destination } from './desktop'
import type { CALL_NAMES, EVENT_NAMES } from './names'
import type { Page } from './pages'
import type { AppState, UpdateStanding } from './views'

/**
 * Every call from the window to the main process: name -> arguments -> value.
 * Preload, main and renderer all derive from this table; besides here a call is only named in `names.ts`.
 */
export const calls = {
  ...appCalls,
  ...settingsCalls,
  ...contactCalls,
  ...importCalls,
  ...backupCalls,
  ...campaignCalls,
  ...messageCalls,
  ...calendarCalls,
  ...runCalls,
  ...logCalls,
  ...windowCalls
} as const satisfies Readonly<
  Record<(typeof CALL_NAMES)[number], CallSpec<z.ZodType<readonly unknown[]>, unknown>>
>

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
  /** Somebody was erased: lines that were read before say something else now. */
  logRewritten: {} as EventSpec<null>,
  /** Old runs were removed: the history is to be read again. */
  runsForgotten: {} as EventSpec<null>,
  practiceChanged: {} as EventSpec<null>,
  /** How far the rehearsal is, 0 to 1. */
  rehearsalProgress: {} as EventSpec<number>,
  backupProgress: {} as EventSpec<BackupProgress>,
  openPage: {} as EventSpec<Destination<Page>>,
  /** The operator wants to quit while these runs are open. The page asks when something runs, or is not saved. */
  quitAsked: {} as EventSpec<OpenRuns>,
  /** The window lies in the tray: could it be taken away? The payload is the number of the question. */
  letGoAsked: {} as EventSpec<number>,
  updateChanged: {} as EventSpec<UpdateStanding>
} as const

export type Events = typeof events
export type EventName = (typeof EVENT_NAMES)[number]
export type EventPayload<Name extends EventName> = Exclude<Events[Name]['payload'], undefined>

/** `window.loa`: one named function a call, one `on...` a event. Calls never reject: failures are values. */
export type LoaApi = {
  readonly [Name in CallName]: (...args: CallInput<Name>) => Promise<Result<CallValue<Name>>>
} & {
  readonly [Name in EventName as `on${Capitalize<Name>}`]: (
    listener: (payload: EventPayload<Name>) => void
  ) => () => void
}
