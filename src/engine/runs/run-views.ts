import type { DeliveryDetail, DeliveryPage, DeliveryQuery, DeliveryRef } from '../../shared/domain/delivery'
import type { RunOverview } from '../../shared/domain/run'
import { fail, ok, type Result } from '../../shared/result'
import type { RunState } from '../ledger/run-state'
import type { Ledgers, PeopleOfRun, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import { deliveryDetail, type DeliveryDetailContext } from './delivery-detail'
import { DeliverySearch } from './delivery-search'
import { KeptRuns } from './kept-runs'
import { emptyOverview, liveOverview, overviewOf } from './run-overview'

export interface RunViewsContext extends Omit<DeliveryDetailContext, 'runExists'> {
  readonly coordinator: Pick<RunCoordinator, 'live'>
  readonly ledgers: Pick<Ledgers, 'load' | 'recordsOf'>
  readonly index: RunIndex
}

const NOTHING: DeliveryPage = { rows: [], found_contacts: 0, found_deliveries: 0 }

/** Looks at runs for the window, which never holds all deliveries of one: as they stand, while they happen and after. */
export class RunViews {
  readonly #context: RunViewsContext
  readonly #runs: KeptRuns
  readonly #searches = new WeakMap<RunState, DeliverySearch>()

  constructor(context: RunViewsContext) {
    this.#context = context
    this.#runs = new KeptRuns({
      live: (runId) => context.coordinator.live(runId)?.state ?? null,
      load: async (runId) => (await context.ledgers.load(runId))?.state ?? null
    })
  }

  /** A run is opened: from now on this state is the truth about it. */
  opened(state: RunState): void {
    this.#runs.opened(state)
  }

  /** The ledger of a run that nobody has open was rewritten. */
  rewritten(runId: string): void {
    this.#runs.drop(runId)
  }

  /** A run without its deliveries. One that never began has nothing but its summary. */
  async overview(runId: string): Promise<Result<RunOverview>> {
    const state = await this.#runs.state(runId)
    const live = this.#context.coordinator.live(runId)
    if (live !== null) {
      // It may be over already, and only its ledger be busy.
      const isOver = live.state.finishedAt !== null
      return ok(isOver ? overviewOf(live.state, live.summary) : liveOverview(live))
    }
    const summary = this.#context.index.find(runId)
    if (summary === undefined) return fail({ code: 'not_found' })
    return ok(state === null ? emptyOverview(summary) : overviewOf(state, summary))
  }

  /** A part of the contacts whose deliveries a query finds, in the order of the run. */
  async find(
    runId: string,
    query: DeliveryQuery,
    offset: number,
    limit: number
  ): Promise<Result<DeliveryPage>> {
    const search = await this.#search(runId)
    if (!search.ok) return search
    return ok((await search.value?.page(query, offset, limit)) ?? NOTHING)
  }

  /** Every delivery that a query finds. */
  async refs(runId: string, query: DeliveryQuery): Promise<Result<readonly DeliveryRef[]>> {
    const search = await this.#search(runId)
    if (!search.ok) return search
    return ok((await search.value?.refs(query)) ?? [])
  }

  /** Everything about one delivery. */
  async delivery(runId: string, ref: DeliveryRef): Promise<Result<DeliveryDetail>> {
    const found = await this.#told(runId, ref.contact_id)
    if (found === null) return fail({ code: 'not_found' })
    const runExists = (id: string) => this.#context.index.find(id) !== undefined
    const detail = deliveryDetail(ref, found.state, found.records, { ...this.#context, runExists })
    return detail === null ? fail({ code: 'not_found' }) : ok(detail)
  }

  /** Null for a run that is known and has no deliveries. */
  async #search(runId: string): Promise<Result<DeliverySearch | null>> {
    const state = await this.#runs.state(runId)
    if (state === null) {
      return this.#context.index.find(runId) === undefined ? fail({ code: 'not_found' }) : ok(null)
    }
    const search = this.#searches.get(state) ?? new DeliverySearch(state)
    this.#searches.set(state, search)
    return ok(search)
  }

  /** The run as it stands, and what its ledger says about somebody. */
  async #told(runId: string, contactId: string): Promise<PeopleOfRun | null> {
    const { coordinator, ledgers } = this.#context
    const before = coordinator.live(runId)
    const told = await ledgers.recordsOf(runId, [contactId])
    const live = coordinator.live(runId)
    // It has ended meanwhile, and only now its ledger is whole.
    if (before !== null && live === null) return this.#told(runId, contactId)
    return told && { ...told, ...(live !== null && { state: live.state }) }
  }
}
