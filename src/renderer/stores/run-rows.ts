import type { AppError } from '../../shared/app-error'
import { CHANNEL_IDS } from '../../shared/domain/channel'
import type { DeliveryCell, DeliveryQuery, DeliveryRow } from '../../shared/domain/delivery'
import type { LoaApi } from '../../shared/ipc/contract'

/** Rows read beyond those in sight, on either side, and how near to their edge more are read. */
const MARGIN_ROWS = 60
const NEAR_ROWS = 20
/** As many as one call gives. */
const MOST_ROWS = 500

/** One answer to one query: the rows around those in sight, all of the same moment. */
interface Answer {
  readonly key: string
  readonly first: number
  /** Exclusive: up to here was asked, whether or not there are rows. */
  readonly end: number
  readonly rows: readonly DeliveryRow[]
  readonly found_contacts: number
  readonly found_deliveries: number
  /** Why the last question was not answered; the rows are then those of the answer before. */
  readonly error: AppError | null
}

const NOTHING: Answer = {
  key: '',
  first: 0,
  end: 0,
  rows: [],
  found_contacts: 0,
  found_deliveries: 0,
  error: null
}

/**
 * The contacts of a run that a query finds. Only a stretch around the rows in sight is ever held, and it is replaced as
 * a whole: while a run goes on, rows of different moments beside each other would show somebody twice. Until the next
 * answer is there the old one stays, so that neither typing nor a run under way shows an empty list in between.
 */
export class RunRows {
  readonly #runId: string
  readonly #api: Pick<LoaApi, 'findDeliveries'>
  #query: DeliveryQuery | null = null
  #key = ''
  #answer = NOTHING
  #window: readonly [number, number] = [0, 1]
  /** The query whose answer is on its way. */
  #reading: string | null = null
  /** Counts the changes of the run: an answer that was asked before the last one is asked again. */
  #changes = 0
  readonly #listeners = new Set<() => void>()

  constructor(runId: string, api: Pick<LoaApi, 'findDeliveries'>) {
    this.#runId = runId
    this.#api = api
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly answer = (): Answer => this.#answer

  /** Asks for the answer to a query, from its first row on. */
  ask(query: DeliveryQuery): void {
    const key = JSON.stringify(query)
    if (key === this.#key) return
    const [first, end] = this.#window
    this.#query = query
    this.#key = key
    this.#window = [0, end - first]
    void this.#read()
  }

  /** These rows are in sight (the end is exclusive). */
  readonly look = (first: number, end: number): void => {
    this.#window = [first, Math.max(end, first + 1)]
    if (!this.#isCovered()) void this.#read()
  }

  /** Reads the rows in sight anew, because the run has changed. */
  readonly refresh = async (): Promise<void> => {
    this.#changes += 1
    await this.#read()
  }

  #isCovered(): boolean {
    const { key, first, end, found_contacts: found } = this.#answer
    const [firstSeen, endSeen] = this.#window
    return (
      key === this.#key &&
      first <= Math.max(0, firstSeen - NEAR_ROWS) &&
      end >= Math.min(found, endSeen + NEAR_ROWS)
    )
  }

  async #read(): Promise<void> {
    const query = this.#query
    const key = this.#key
    if (query === null || this.#reading === key) return
    this.#reading = key
    const changes = this.#changes
    const first = Math.max(0, this.#window[0] - MARGIN_ROWS)
    const count = Math.min(MOST_ROWS, this.#window[1] + MARGIN_ROWS - first)
    const result = await this.#api.findDeliveries(this.#runId, query, first, count)
    // Another query was asked meanwhile: its answer is on its way.
    if (key !== this.#key) return
    this.#reading = null
    if (result.ok) {
      const rows = keepSame(this.#answer.rows, result.value.rows)
      this.#answer = { ...result.value, key, first, end: first + count, rows, error: null }
    } else {
      this.#answer = { ...this.#answer, error: result.error }
    }
    for (const listener of this.#listeners) listener()
    if (changes !== this.#changes || (result.ok && !this.#isCovered())) await this.#read()
  }
}

/** Rows that did not change stay the same objects, so that they are not drawn again. */
function keepSame(before: readonly DeliveryRow[], now: readonly DeliveryRow[]): readonly DeliveryRow[] {
  const known = new Map(before.map((row) => [row.contact_id, row]))
  return now.map((row) => {
    const old = known.get(row.contact_id)
    return old !== undefined && isSameRow(old, row) ? old : row
  })
}

const isSameRow = (one: DeliveryRow, other: DeliveryRow): boolean =>
  one.contact_name === other.contact_name &&
  CHANNEL_IDS.every((channel) => isSameCell(one.cells[channel], other.cells[channel]))

const isSameCell = (one: DeliveryCell | undefined, other: DeliveryCell | undefined): boolean =>
  one?.state === other?.state &&
  one?.at === other?.at &&
  one?.reason === other?.reason &&
  one?.missing === other?.missing &&
  one?.matches === other?.matches
