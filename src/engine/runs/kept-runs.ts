import type { RunState } from '../ledger/run-state'

/** A run of 100,000 people is some 100 MB: the one that is looked at, and the one before. */
const MOST_KEPT = 2

export interface KeptRunsContext {
  /** The state of a run that is under way; null for any other. */
  readonly live: (runId: string) => RunState | null
  /** Reads a ledger in pieces; null when there is none. */
  readonly load: (runId: string) => Promise<RunState | null>
}

/**
 * The runs that somebody looks at: a finished ledger is read once, not for every page of it. What was looked at while
 * it was under way is still there when it ends.
 */
export class KeptRuns {
  readonly #context: KeptRunsContext
  /** The one that was asked for last stands last. */
  readonly #runs = new Map<string, Promise<RunState | null>>()

  constructor(context: KeptRunsContext) {
    this.#context = context
  }

  /** A run as it stands, or null when it has no ledger. */
  async state(runId: string): Promise<RunState | null> {
    const { live, load } = this.#context
    const present = live(runId)
    const asked = present === null ? (this.#runs.get(runId) ?? load(runId)) : Promise.resolve(present)
    this.#keep(runId, asked)
    try {
      const state = await asked
      if (state === null) this.#forget(runId, asked)
      // It may have been opened while it was being read.
      return live(runId) ?? state
    } catch (error) {
      this.#forget(runId, asked)
      throw error
    }
  }

  /** A run is opened, as this state from now on: what is kept of it is old. */
  opened(state: RunState): void {
    const { run_id } = state.head
    if (this.#runs.has(run_id)) this.#runs.set(run_id, Promise.resolve(state))
  }

  /** The ledger says something else now: it is read again when somebody looks. */
  drop(runId: string): void {
    this.#runs.delete(runId)
  }

  #keep(runId: string, asked: Promise<RunState | null>): void {
    this.#runs.delete(runId)
    this.#runs.set(runId, asked)
    for (const oldest of this.#runs.keys()) {
      if (this.#runs.size <= MOST_KEPT) break
      this.#runs.delete(oldest)
    }
  }

  #forget(runId: string, asked: Promise<RunState | null>): void {
    if (this.#runs.get(runId) === asked) this.#runs.delete(runId)
  }
}
