import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { AppError } from '../../shared/app-error'
import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryRef } from '../../shared/domain/delivery'
import {
  isOpen,
  type PauseReason,
  type RunDetail,
  type RunSummary,
  type StopReason
} from '../../shared/domain/run'
import type { ChannelLimits } from '../../shared/domain/settings'
import { fail, ok, type Result } from '../../shared/result'
import type { LedgerHead } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import type { Lanes } from '../limits/lanes'
import type { Journal, Ledgers, RunIndex } from '../ports'
import { beginningOf, isRun, mayBegin, type RunOrder } from './beginning'
import { InTurn } from './in-turn'
import { OpenRuns } from './open-runs'
import { isAtItsGateway, pauseAtStart, type StartConditions } from './pause-at-start'
import { type BeforeStart, recoverRun } from './recover-run'
import type { RunContext } from './run-context'
import { detailOf, type LiveRun, liveRun, waitsOf } from './run-detail'
import { RunExecution } from './run-execution'
import { ledgerRefused, storageError } from './storage-error'

export interface CoordinatorContext extends Omit<RunContext, 'lanes' | 'abort'>, StartConditions {
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly lanes: Lanes
  readonly limits: () => Readonly<Record<ChannelId, ChannelLimits>>
  /** A run is opened: from here on this state is the truth about it, and whatever was read of it before is old. */
  readonly onOpen: (state: RunState) => void
  /** A run has ended, well or not. */
  readonly onEnd: (summary: RunSummary) => void
}

/** How long requests under way may go on when the app quits; then they are ended and become `unknown`. */
const STOP_GRACE_MS = 10_000
const INDEX_RETRY_MS = 5_000

/** Starts runs, each once; recovers them after a crash; knows which are open and takes the operator's word on them. */
export class RunCoordinator {
  readonly #context: CoordinatorContext
  readonly #abort = new AbortController()
  readonly #stopping = new AbortController()
  readonly #executions = new Map<string, RunExecution>()
  /** What ends when a run is over and its ledger can be opened by somebody else. */
  readonly #working = new Map<string, Promise<void>>()
  /** Runs whose ledger is being made, with their campaign. */
  readonly #starting = new Map<string, string>()
  readonly #turns = new InTurn()
  readonly #open: OpenRuns
  #stopped = false
  /** Before this nothing is opened: what a start of the app recovers would be open twice, and sent twice. */
  #isRecovered = false

  constructor(context: CoordinatorContext) {
    this.#context = context
    this.#open = new OpenRuns(context.index, this.#executions, this.#starting)
    // Every request in flight listens to it; that is no leak.
    setMaxListeners(0, this.#abort.signal)
  }

  /** Newest first; those that are under way with their present counts. */
  list(): readonly RunSummary[] {
    return this.#context.index.all().map((summary) => this.current(summary))
  }

  /** A run of the index with its present counts, if it is under way. */
  current(summary: RunSummary): RunSummary {
    return this.#executions.get(summary.id)?.summary ?? summary
  }

  /** Is a run of the campaign open that holds up its next slot? */
  isOpen(campaignId: string): boolean {
    return this.#open.isAny(campaignId)
  }

  /** Is any run of the campaign open, or about to be? A rehearsal too: it needs its campaign as much as any other. */
  hasOpenRun(campaignId: string): boolean {
    return this.#open.isAnyAtAll(campaignId)
  }

  /** The ids of a campaign's open runs, but rehearsals. */
  openRunsOf(campaignId: string): string[] {
    return this.#open.ids(campaignId)
  }

  /** Ends the runs that only wait for a yes to their calls: the campaign's next slot takes their place. */
  async makeWay(campaignId: string, byRunId: string): Promise<void> {
    const waiting = this.#open.awaitingYes(campaignId).filter((runId) => runId !== byRunId)
    for (const runId of waiting) await this.stopRun(runId, '', 'superseded')
  }

  /** Does the run send, or wait for its turn of its own accord? */
  isWorking(runId: string): boolean {
    return this.#executions.get(runId)?.isWorking ?? false
  }

  /** How many runs send, or wait for their turn. */
  get working(): number {
    return [...this.#executions.values()].filter((execution) => execution.isWorking).length
  }

  /** A run that is under way, as it stands at this moment; null for any other. */
  live(runId: string): LiveRun | null {
    const execution = this.#executions.get(runId)
    return execution === undefined ? null : liveRun(execution, this.#context)
  }

  /** Every delivery of a run, or null when there is no such run. A missed slot has no deliveries. */
  async detail(runId: string): Promise<RunDetail | null> {
    const live = this.live(runId)
    if (live !== null) return detailOf(live.state, live.summary, waitsOf(live))
    const summary = this.#context.index.find(runId)
    if (summary === undefined) return null
    const state = await this.state(runId)
    return state === null
      ? { summary, text: '', flow: [], deliveries: [], waits: [] }
      : detailOf(state, summary)
  }

  /** A run as its ledger tells it, or null when it has none. */
  async state(runId: string): Promise<RunState | null> {
    return this.#executions.get(runId)?.state ?? (await this.#context.ledgers.load(runId))?.state ?? null
  }

  /**
   * Starts a run. The order of the steps is the protection against a second one: the index (with the missed slots),
   * then a durable ledger head, then the first request. A run whose ledger has a complete head never starts again.
   */
  async start({ head, contacts, missed }: RunOrder): Promise<Result<RunSummary>> {
    const { index, ledgers, log } = this.#context
    const runId = head.run_id
    const closed = this.#closed()
    if (closed !== null) return fail(closed)
    const present = index.find(runId)
    if (this.#starting.has(runId) || this.#executions.has(runId) || !mayBegin(present)) {
      return fail({ code: 'run_already_started' })
    }
    this.#starting.set(runId, head.campaign_id)
    try {
      const beginning = beginningOf(head, contacts)
      const indexed = await index.put([...missed, beginning])
      if (!indexed.ok) return indexed
      // In turn: whoever rewrites what a ledger without a head has left must not take this one's place.
      const created = await this.#turns
        .do(runId, () => ledgers.create(head, contacts))
        .catch((error: unknown) => storageError(error))
      if (created === null) {
        await this.#reindex(runId)
        return fail({ code: 'run_already_started' })
      }
      if ('code' in created) {
        const undo = () => (present === undefined ? index.remove(runId) : index.put([present]))
        if (!(await undo()).ok) void this.#atLast(undo).then(() => this.#context.onEnd(beginning))
        return fail(created)
      }
      const { campaign_id, campaign_name } = head
      log({ type: 'run_started', campaign_id, run_id: runId, campaign_name, total_contacts: contacts.length })
      const execution = this.#newExecution(created.state, created.journal)
      await this.#admit(execution)
      return ok(execution.summary)
    } finally {
      this.#starting.delete(runId)
    }
  }

  /**
   * After a start of the app: brings index and ledgers together, settles what was under way, goes on with the rest.
   * Resolves when everything undecided is settled; the sending goes on behind it.
   */
  async recover(before: BeforeStart): Promise<void> {
    const { index, ledgers } = this.#context
    const known = new Map(index.all().map((run) => [run.id, run]))
    const unindexed = (await ledgers.list()).filter((id) => !isRun(known.get(id)))
    const open = [...known.values()].filter(isOpen).map((run) => run.id)
    for (const id of new Set([...open, ...unindexed])) {
      const execution = await recoverRun(id, before, this.#context, (...run) => this.#newExecution(...run))
      if (execution !== null) await this.#admit(execution)
    }
    this.#isRecovered = true
  }

  /** Lets requests under way end, up to a limit, and closes every ledger. What is queued waits for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopping.abort()
    for (const execution of this.#executions.values()) execution.shutDown()
    const deadline = setTimeout(() => this.#abort.abort(), STOP_GRACE_MS)
    await Promise.all(this.#working.values())
    clearTimeout(deadline)
  }

  /** Time has passed. */
  tick(): void {
    for (const execution of this.#executions.values()) execution.tick()
  }

  /** Limits, quiet hours or what holds all sending have changed. */
  reconsider(): void {
    for (const execution of this.#executions.values()) execution.reconsider()
  }

  /** Pauses every open run that `applies` to. Resolves when that is durable. */
  async pauseEach(reason: PauseReason, applies: (head: LedgerHead) => boolean): Promise<void> {
    const chosen = [...this.#executions.values()].filter(({ state }) => applies(state.head))
    await Promise.all(
      chosen.map(async (execution) => {
        if (await execution.pause(reason, '')) await this.#context.index.put([execution.summary])
      })
    )
  }

  pause(runId: string, note: string): Promise<Result<RunSummary>> {
    return this.#decide(runId, (execution) => execution.pause('operator', note))
  }

  /** Goes on with a paused run, if its gateway is the chosen one. */
  resume(runId: string, note: string): Promise<Result<RunSummary>> {
    return this.#decide(runId, (execution) => {
      const { head, pause } = execution.state
      if (pause === null) return { code: 'run_not_paused' }
      if (!this.#isAtItsGateway(head)) return { code: 'gateway_changed' }
      return execution.resume(note)
    })
  }

  /** Ends a run for good; what is queued is skipped. */
  stopRun(runId: string, note: string, reason: StopReason = 'operator'): Promise<Result<RunSummary>> {
    return this.#decide(runId, (execution) => execution.stopRun(reason, note))
  }

  resumeChannel(runId: string, channel: ChannelId): Promise<Result<RunSummary>> {
    return this.#decide(runId, (execution) => execution.resumeChannel(channel))
  }

  /** Leaves the calls out that wait for the operator's yes; the run goes on without them. */
  leaveCallsOut(runId: string): Promise<Result<RunSummary>> {
    return this.#decide(runId, (execution) =>
      execution.state.callsHeld === null ? { code: 'not_found' } : execution.leaveCallsOut()
    )
  }

  /** The operator's word on deliveries that may have arrived. Gives how many were settled by it. */
  async settle(
    runId: string,
    refs: readonly DeliveryRef[],
    word: 'arrived' | 'again'
  ): Promise<Result<number>> {
    return this.#withRun(runId, async (execution) => {
      if (word === 'again' && !this.#isAtItsGateway(execution.state.head)) {
        return fail({ code: 'gateway_changed' })
      }
      const settled = await execution.settle(refs, word)
      return settled === null ? fail(ledgerRefused()) : ok(settled)
    })
  }

  /** Does something to the ledger of a run that nobody has open, and that nobody opens meanwhile. Else false, and nothing; the act says the rest. */
  withClosed(runId: string, act: () => Promise<boolean>): Promise<boolean> {
    return this.#turns.do(runId, async () => {
      if (this.#closed() !== null || this.#starting.has(runId) || this.#executions.has(runId)) return false
      return act()
    })
  }

  /** The open runs that somebody takes part in, and those that are being begun, of whom nobody can say. */
  openWith(contactIds: Iterable<string>): readonly string[] {
    return this.#open.withPeople(contactIds)
  }

  /** Records that a retry takes these failed deliveries over. */
  claim(runId: string, refs: readonly DeliveryRef[], by: string): Promise<Result<null>> {
    return this.#withRun(runId, async (execution) =>
      (await execution.claim(refs, by)) ? ok(null) : fail(ledgerRefused())
    )
  }

  /** Pauses every open run that belongs to another gateway than the chosen one. */
  pauseElsewhere(): Promise<void> {
    return this.pauseEach('gateway_changed', (head) => !this.#isAtItsGateway(head))
  }

  /** Removes the ledger of a run that is over, for good. False when it is open, or the disk refused. */
  removeLedger(runId: string): Promise<boolean> {
    return this.withClosed(runId, () => this.#context.ledgers.remove(runId))
  }

  #isAtItsGateway(head: LedgerHead): boolean {
    return isAtItsGateway(head, this.#context.isCurrentGateway)
  }

  /** Takes a decision on an open run; `decide` answers with whether it is durable, or with what speaks against it. */
  async #decide(
    runId: string,
    decide: (execution: RunExecution) => Promise<boolean> | AppError
  ): Promise<Result<RunSummary>> {
    const execution = this.#executions.get(runId)
    if (execution === undefined || execution.isEnding()) return fail({ code: 'run_not_open' })
    const decided = await decide(execution)
    if (typeof decided === 'object') return fail(decided)
    const { summary } = execution
    if (!decided && summary.pause?.reason === 'storage') return fail(ledgerRefused())
    if (!execution.isEnding()) await this.#context.index.put([summary])
    return ok(summary)
  }

  /** Why no run can be opened now, or null. */
  #closed(): AppError | null {
    if (this.#stopped) return { code: 'engine_stopped' }
    return this.#isRecovered ? null : { code: 'engine_starting' }
  }

  /** Does something to a run, open or finished. A finished one is opened for it and closed again. */
  #withRun<T>(runId: string, act: (execution: RunExecution) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#turns.do(runId, async () => {
      // A run that is being stopped ends soon; until then nothing of it can be sent again.
      const present = this.#executions.get(runId)
      if (present?.isEnding() === true || present?.state.stop) await this.#working.get(runId)
      const closed = this.#closed()
      if (closed !== null) return fail(closed)
      const open = this.#executions.get(runId)
      if (open !== undefined) return act(open)
      // Its ledger is being made: whoever opened it now would send it a second time.
      if (this.#starting.has(runId)) return fail({ code: 'run_not_open' })
      const { ledgers, index } = this.#context
      const opened = await ledgers.load(runId)
      if (opened === null) return fail({ code: 'not_found' })
      const journal = await ledgers
        .reopen(runId, opened.goodBytes)
        .catch((error: unknown) => storageError(error))
      if ('code' in journal) return fail(journal)
      const execution = this.#newExecution(opened.state, journal)
      const result = await act(execution)
      await index.put([execution.summary])
      await this.#admit(execution)
      return result
    })
  }

  /**
   * Lets a run go. What holds back every open run (an emergency stop, another gateway) may have come while this one was
   * being opened and nobody could pause it: then it begins paused. From here on it is found by whoever pauses them all.
   */
  async #admit(execution: RunExecution): Promise<void> {
    const { state } = execution
    this.#register(execution)
    const reason = pauseAtStart(state.head, this.#context)
    const mayBePaused = reason !== null && state.stop === null && !state.allFinal
    if (mayBePaused && (await execution.pause(reason, ''))) await this.#context.index.put([execution.summary])
    execution.start()
  }

  #newExecution(state: RunState, journal: Journal): RunExecution {
    const { lanes, onOpen, ...context } = this.#context
    onOpen(state)
    return new RunExecution(state, journal, {
      ...context,
      lanes: lanes.of(state.head.gateway.id),
      abort: this.#abort.signal
    })
  }

  /** From here on the run is open, and is seen to its end. */
  #register(execution: RunExecution): void {
    const { id } = execution.summary
    this.#executions.set(id, execution)
    const working = this.#seeToEnd(execution).finally(() => this.#working.delete(id))
    this.#working.set(id, working)
    if (this.#stopped) execution.shutDown()
  }

  async #seeToEnd(execution: RunExecution): Promise<void> {
    const { index, ledgers, onChange, onEnd } = this.#context
    const end = await execution.ended
    const { summary } = execution
    await this.#atLast(() => index.put([summary]))
    if (end === 'finished') await ledgers.compact(summary.id).catch(() => undefined)
    this.#executions.delete(summary.id)
    onChange(summary)
    onEnd(summary)
  }

  /** An index that calls a run open which is not would hold up its campaign: a disk that refuses is asked again. */
  async #atLast(change: () => Promise<Result<unknown>>): Promise<void> {
    const { signal } = this.#stopping
    while (!(await change()).ok && !signal.aborted) {
      await wait(INDEX_RETRY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  async #reindex(runId: string): Promise<void> {
    const state = await this.state(runId)
    if (state !== null) await this.#context.index.put([state.summary()])
  }
}
