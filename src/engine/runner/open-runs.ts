import { isOpen, type RunSummary } from '../../shared/domain/run'
import type { RunIndex } from '../ports'
import type { RunExecution } from './run-execution'

/** Which runs of a campaign are open, and which of them hold up its next slot. */
export class OpenRuns {
  readonly #index: RunIndex
  readonly #executionOf: (runId: string) => RunExecution | undefined
  #indexed: readonly RunSummary[] | null = null
  #openCampaigns: ReadonlySet<string> = new Set()

  constructor(index: RunIndex, executionOf: (runId: string) => RunExecution | undefined) {
    this.#index = index
    this.#executionOf = executionOf
  }

  /** Does an open run hold up the campaign's next slot? */
  isAny(campaignId: string): boolean {
    if (this.#indexed !== this.#index.all()) {
      this.#indexed = this.#index.all()
      this.#openCampaigns = new Set(this.#indexed.filter(isOfCampaign).map((run) => run.campaign_id))
    }
    return this.#openCampaigns.has(campaignId) && this.ids(campaignId).some((id) => !this.#onlyAwaitsYes(id))
  }

  /** Is any run of the campaign open, a rehearsal or not? */
  isAnyAtAll(campaignId: string): boolean {
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

  #onlyAwaitsYes(runId: string): boolean {
    return this.#executionOf(runId)?.onlyAwaitsYes ?? false
  }
}

/** A rehearsal is no run of the campaign's own: what is due meanwhile is sent. */
const isOfCampaign = (run: RunSummary): boolean => isOpen(run) && run.trigger !== 'rehearsal'
