import type { AppError } from '../../shared/app-error'
import type { ChannelId } from '../../shared/domain/channel'
import type { ReasonCode } from '../../shared/domain/delivery'
import { isOpen, type RunDetail, type RunSummary } from '../../shared/domain/run'
import { fail, ok, type Result } from '../../shared/result'
import type { FrozenContact, LedgerHead } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { Channel, Clock, FrozenGateway, Journal, Ledgers, Log, RunIndex } from '../ports'
import { isoOf } from '../system-clock'
import { Gate } from './gate'
import { settleInterrupted } from './recover-run'
import { detailOf } from './run-detail'
import { RunExecution } from './run-execution'

export interface CoordinatorContext {
  readonly clock: Clock
  readonly log: Log
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  readonly parallelContacts: number
  readonly obstacle: (contactId: string, channel: ChannelId) => ReasonCode | null
  readonly onChange: (summary: RunSummary) => void
  /** A run has ended, well or not. */
  readonly onEnd: (summary: RunSummary) => void
}

/** A run that is to start: everything is frozen already. */
export interface RunOrder {
  readonly head: LedgerHead
  readonly contacts: readonly FrozenContact[]
  /** Slots to settle as missed in the same durable write, before the first request. */
  readonly missed: readonly RunSummary[]
}

/** How long requests under way may go on when the app quits; then they are ended and become `unknown`. */
const STOP_GRACE_MS = 10_000

/** Starts runs, each once; recovers them after a crash; knows which are open. */
export class RunCoordinator {
  readonly #context: CoordinatorContext
  readonly #gate = new Gate(false)
  readonly #abort = new AbortController()
  readonly #executions = new Map<string, RunExecution>()
  readonly #working = new Set<Promise<void>>()
  readonly #starting = new Set<string>()
  #indexed: readonly RunSummary[] | null = null
  #openCampaigns: ReadonlySet<string> = new Set()
  #stopped = false

  constructor(context: CoordinatorContext) {
    this.#context = context
  }

  /** While shut, no delivery begins in any run. */
  setPaused(paused: boolean): void {
    this.#gate.set(paused)
  }

  /** Newest first; those that are under way with their present counts. */
  list(): readonly RunSummary[] {
    return this.#context.index.all().map((summary) => this.#executions.get(summary.id)?.summary ?? summary)
  }

  isOpen(campaignId: string): boolean {
    const { index } = this.#context
    if (this.#indexed !== index.all()) {
      this.#indexed = index.all()
      this.#openCampaigns = new Set(this.#indexed.filter(isOpen).map((run) => run.campaign_id))
    }
    return this.#openCampaigns.has(campaignId)
  }

  /** Every delivery of a run, or null when there is no such run. A missed slot has no deliveries. */
  async detail(runId: string): Promise<RunDetail | null> {
    const execution = this.#executions.get(runId)
    if (execution !== undefined) return detailOf(execution.state, execution.summary)
    const summary = this.#context.index.find(runId)
    if (summary === undefined) return null
    const opened = await this.#context.ledgers.load(runId)
    return opened === null ? { summary, text: '', flow: [], deliveries: [] } : detailOf(opened.state, summary)
  }

  /**
   * Starts a run. The order of the steps is the protection against a second one: the index (with the missed slots),
   * then a durable ledger head, then the first request. A run whose ledger has a complete head never starts again.
   */
  async start({ head, contacts, missed }: RunOrder): Promise<Result<RunSummary>> {
    const { index, ledgers, log } = this.#context
    const runId = head.run_id
    if (this.#stopped) return fail({ code: 'engine_stopped' })
    if (this.#starting.has(runId) || this.#executions.has(runId) || index.find(runId) !== undefined) {
      return fail({ code: 'run_already_started' })
    }
    this.#starting.add(runId)
    try {
      const indexed = await index.put([...missed, beginningOf(head, contacts.length)])
      if (!indexed.ok) return indexed
      const created = await ledgers.create(head, contacts).catch((error: unknown) => storageError(error))
      if (created === null) return fail({ code: 'run_already_started' })
      if ('code' in created) {
        await index.remove(runId)
        return fail(created)
      }
      const { campaign_id, campaign_name } = head
      log({ type: 'run_started', campaign_id, run_id: runId, campaign_name, total_contacts: contacts.length })
      return ok(this.#execute(created.state, created.journal))
    } finally {
      this.#starting.delete(runId)
    }
  }

  /**
   * After a start of the app: brings index and ledgers together, settles what was under way, goes on with the rest.
   * Resolves when everything undecided is settled; the sending goes on behind it.
   */
  async recover(): Promise<void> {
    const { index, ledgers } = this.#context
    const known = new Map(index.all().map((run) => [run.id, run]))
    const unindexed = (await ledgers.list()).filter((id) => !known.has(id))
    const open = [...known.values()].filter(isOpen).map((run) => run.id)
    for (const id of [...open, ...unindexed]) await this.#recoverRun(id)
  }

  /** Lets requests under way end, up to a limit, and closes every ledger. What is queued waits for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const execution of this.#executions.values()) execution.stop()
    this.#gate.set(false)
    const deadline = setTimeout(() => this.#abort.abort(), STOP_GRACE_MS)
    await Promise.all(this.#working)
    clearTimeout(deadline)
  }

  async #recoverRun(runId: string): Promise<void> {
    const { clock, index, ledgers, log } = this.#context
    const opened = await ledgers.load(runId)
    if (opened === null) {
      // No complete head: nothing was sent, and the slot is judged again.
      await index.remove(runId)
      return
    }
    const { state, goodBytes } = opened
    if (state.finishedAt !== null) {
      await index.put([state.summary()])
      return
    }
    const journal = await ledgers.reopen(runId, goodBytes)
    const interrupted = settleInterrupted(opened, journal, isoOf(clock.nowMs()))
    const { campaign_id, campaign_name } = state.head
    log({ type: 'run_continued', campaign_id, run_id: runId, campaign_name, interrupted })
    await index.put([state.summary()])
    this.#execute(state, journal)
  }

  #execute(state: RunState, journal: Journal): RunSummary {
    const { clock, log, channels, gatewayNow, parallelContacts, obstacle, onChange } = this.#context
    const execution = new RunExecution(state, journal, {
      clock,
      log,
      channels,
      gatewayNow,
      parallelContacts,
      obstacle,
      onChange,
      gate: this.#gate,
      abort: this.#abort.signal
    })
    this.#executions.set(state.head.run_id, execution)
    onChange(execution.summary)
    const working = this.#see(execution).finally(() => this.#working.delete(working))
    this.#working.add(working)
    return execution.summary
  }

  /** Sees a run to its end and keeps the index up to date. A run that could not go on is shown as paused. */
  async #see(execution: RunExecution): Promise<void> {
    const end = await execution.work()
    const summary: RunSummary =
      end === 'halted' ? { ...execution.summary, status: 'paused' } : execution.summary
    // A failed write leaves an open run in the index, which the next start mends from the ledger.
    await this.#context.index.put([summary])
    this.#executions.delete(summary.id)
    this.#context.onChange(summary)
    this.#context.onEnd(summary)
  }
}

function storageError(error: unknown): AppError {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error)
  return { code: 'storage_failed', params: { file: 'runs', detail } }
}

function beginningOf(head: LedgerHead, totalContacts: number): RunSummary {
  const { run_id, campaign_id, campaign_name, trigger, slot, gateway, started_at } = head
  return {
    id: run_id,
    campaign_id,
    campaign_name,
    trigger,
    status: 'running',
    slot,
    gateway: gateway.id,
    started_at,
    finished_at: null,
    total_contacts: totalContacts,
    counts: {
      queued: totalContacts * head.flow.length,
      sending: 0,
      sent: 0,
      failed: 0,
      unknown: 0,
      skipped: 0
    },
    sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 }
  }
}
