import { isOpen, type RunSummary } from '../../shared/domain/run'
import type { RunIndex } from '../ports'
import type { RunExecution } from './run-execution'

/** Which runs of a campaign are open, and which of them hold up its next slot. */
export class OpenRuns {
  readonly #index: RunIndex
  readonly #executions: ReadonlyMap<string, RunExecution>
  /** Runs whose ledger is being made, with their campaign. */
  readonly #starting: ReadonlyMap<string, string>
  #indexed: readonly RunSummary[] | null = null
  #openCampaigns: ReadonlySet<string> = new Set()

  constructor(
    index: RunIndex,
    executions: ReadonlyMap<string, RunExecution>,
    starting: ReadonlyMap<string, string>
  ) {
    this.#index = index
    this.#executions = executions
    this.#starting = starting
  }

  /** Does an open run hold up the campaign's next slot? */
  isAny(campaignId: string): boolean {
    if (this.#indexed !== this.#index.all()) {
      this.#indexed = this.#index.all()
      this.#openCampaigns = new Set(this.#indexed.filter(isOfCampaign).map((run) => run.campaign_id))
    }
    return this.#openCampaigns.has(campaignId) && this.ids(campaignId).some((id) => !this.#onlyAwaitsYes(id))
  }

  /** Is any run of the campaign open, or about to be, a rehearsal or not? */
  isAnyAtAll(campaignId: string): boolean {
    if ([...this.#starting.values()].includes(campaignId)) return true
    return this.#index.all().some((run) => run.campaign_id === campaignId && isOpen(run))
  }

  /** The open runs of a campaign, but rehearsals. */
  ids(campaignId: string): string[] {
    return this.#index
      .all()
      .filter((run) => run.campaign_id === campaignId && isOfCampaign(run))
      .map(({ id }) => id)
  }

  /** Those with nothing left to do but calls that wait for the operator's yes. They make way for the next slot. */
  awaitingYes(campaignId: string): string[] {
    return this.ids(campaignId).filter((id) => this.#onlyAwaitsYes(id))
  }

  /** The open runs that somebody takes part in, and those that are being begun, of whom nobody can say. */
  withPeople(contactIds: Iterable<string>): readonly string[] {
    const ids = [...contactIds]
    const open = [...this.#executions.values()].filter(({ state }) =>
      ids.some((id) => state.positionOf(id) !== undefined)
    )
    return [...new Set([...this.#starting.keys(), ...open.map(({ summary }) => summary.id)])]
  }

  #onlyAwaitsYes(runId: string): boolean {
    return this.#executions.get(runId)?.onlyAwaitsYes ?? false
  }
}

/** A rehearsal is no run of the campaign's own: what is due meanwhile is sent. */
const isOfCampaign = (run: RunSummary): boolean => isOpen(run) && run.trigger !== 'rehearsal'
