import type { ChannelId } from '../shared/domain/channel'
import type { Outcome } from '../shared/domain/delivery'
import type { RunSummary } from '../shared/domain/run'
import type { GatewayAddresses, GatewayId } from '../shared/domain/settings'
import type { Result } from '../shared/result'
import type { DeliveryRecord, FrozenContact, LedgerHead, LedgerRecord } from './ledger/ledger-record'
import type { RunState } from './ledger/run-state'
import type { LogEvent } from './log/log-event'

/** The only source of the time. Wall time decides when a slot is due; in-process waits use the monotonic one. */
export interface Clock {
  /** Milliseconds since 1970, UTC; may jump when the computer sleeps or its clock is set. */
  nowMs(): number
  /** Milliseconds since an arbitrary start; never jumps. */
  monotonicMs(): number
}

/** Calls back after so many milliseconds (0: soon, after whatever is under way). Returns the cancel function. */
export interface Timers {
  after(ms: number, callback: () => void): () => void
}

/** Calls back at or soon after a wall-clock instant, however far away. Returns the cancel function. */
export type ArmTimer = (atMs: number, callback: () => void) => () => void

/** The gateway that a run belongs to, frozen at its start. */
export interface FrozenGateway extends GatewayAddresses {
  readonly id: GatewayId
}

export interface SendRequest {
  /** Also the `Idempotency-Key` of the request. */
  readonly delivery_id: string
  readonly address: string
  readonly text: string
  readonly gateway: FrozenGateway
  readonly timeout_ms: number
  /** Ends the request at once; its outcome is then `unknown`. */
  readonly signal: AbortSignal
}

/** One way to reach a person. */
export interface Channel {
  readonly id: ChannelId
  /** Is there an address to send to at this gateway? */
  isSetUp(gateway: FrozenGateway): boolean
  /** Sends once. Never rejects: whatever happens is an outcome. */
  send(request: SendRequest): Promise<SendResult>
  /** Can a connection to the gateway be opened? Sends nothing. */
  isReachable(gateway: FrozenGateway): Promise<boolean>
}

/** What became of a request, and whether its delivery may wait and be tried again: it was certainly not taken. */
export interface SendResult {
  readonly outcome: Outcome
  readonly wait?: Wait
}

/** `busy`: 429 or 503, with the delay that Retry-After asks for. `unreachable`: the request never left. */
export type Wait =
  { readonly kind: 'busy'; readonly retryAfterMs: number | null } | { readonly kind: 'unreachable' }

/** The open ledger of one run. */
export interface Journal {
  /** Resolves when the record and everything appended before it is on the disk. Rejects when it could not be written. */
  commit(record: LedgerRecord): Promise<void>
  /** Writes soon, in order, without waiting. What is lost in a crash comes back as `unknown`. */
  append(record: LedgerRecord): void
  /** After a write error: writes what is left. True when everything is on the disk again. */
  mend(): Promise<boolean>
  /** Writes what is left, makes it durable and closes the file. Safe to call twice. */
  close(): Promise<void>
}

/** A ledger that was read: the run as it stands, and how much of the file can be trusted. */
export interface OpenedLedger {
  readonly state: RunState
  readonly goodBytes: number
  readonly damaged: boolean
}

/** What a ledger says about some contacts: the run as far as it concerns them, and every line about their deliveries. */
export interface PeopleOfRun {
  readonly state: RunState
  readonly records: readonly DeliveryRecord[]
}

/** The ledgers, by run id. The truth about which runs there were and what became of each delivery. */
export interface Ledgers {
  /**
   * Starts a ledger with a durable head. Null when a ledger with a complete head is there already: that run has
   * started before and must not start again.
   */
  create(
    head: LedgerHead,
    contacts: readonly FrozenContact[]
  ): Promise<{ readonly state: RunState; readonly journal: Journal } | null>
  /** Null when there is none, or none with a complete head: then nothing was sent. */
  load(runId: string): Promise<OpenedLedger | null>
  /** Hands on the records one by one, without making a run of them; none when there is no ledger. */
  scan(runId: string, onRecord: (record: LedgerRecord) => void): Promise<void>
  /** The run as far as it concerns these contacts. */
  loadPeople(runId: string, contactIds: readonly string[]): Promise<RunState | null>
  /** The same with the lines that it comes from. Of an open run the last of them may not be on the disk yet. */
  recordsOf(runId: string, contactIds: readonly string[]): Promise<PeopleOfRun | null>
  /** There is a ledger, and not even its head can be read: what it knew is lost, and its run must not start again. */
  isUnreadable(runId: string): Promise<boolean>
  /** Opens a loaded ledger for more records, cutting off what cannot be trusted at its end. */
  reopen(runId: string, goodBytes: number): Promise<Journal>
  list(): Promise<readonly string[]>
  /** Rewrites a finished ledger without the lines that tell nothing any more. */
  compact(runId: string): Promise<void>
  /** Removes a ledger for good. False when the disk refuses; one that is gone already is fine. */
  remove(runId: string): Promise<boolean>
}

/** The index of runs and missed slots, newest first. Made from the ledgers again when it is lost. */
export interface RunIndex {
  all(): readonly RunSummary[]
  find(runId: string): RunSummary | undefined
  /** Adds or replaces entries in one durable write. */
  put(summaries: readonly RunSummary[]): Promise<Result<unknown>>
  remove(...runIds: readonly string[]): Promise<Result<unknown>>
}

/** Takes what happened; formatting and storing it is the log's own affair. Never throws. */
export type Log = (event: LogEvent) => void

/**
 * What this computer remembers about data folders, kept outside of them: a folder that comes back older (a restored
 * backup) or turns up on another computer is recognised by it.
 */
export interface MachineMemory {
  readonly machineId: string
  /** How often the engine was started on the folder of that id, as far as this computer knows; 0 when it never was. */
  startsOf(folderId: string): Promise<number>
  remember(folderId: string, starts: number): Promise<void>
}
