import type { DayOfMessages } from '../../shared/domain/calendar'
import { perChannel } from '../../shared/domain/channel'
import { isOpen, type RunSummary } from '../../shared/domain/run'
import { inPieces } from '../pieces'
import type { Clock, Ledgers } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import { DAY_MS } from '../scheduler/occurrences/civil-date'
import { zoneNamed } from '../scheduler/occurrences/zone'
import { isoOf } from '../system-clock'
import { tallyOfLedger, tallyOfState } from './run-tally'
import { FINAL_STATES, Tally } from './tally'

export interface DailyMessagesContext {
  readonly clock: Clock
  readonly ledgers: Ledgers
  readonly runs: Pick<RunCoordinator, 'list' | 'current' | 'state'>
  /** The practice gateway is the chosen one. */
  readonly isPractice: () => boolean
}

interface Known {
  readonly revision: string
  readonly tally: Promise<Tally>
}

/**
 * How many messages came to which end on each day, as the ledgers tell it. Practice runs while the practice gateway is
 * chosen, live ones otherwise; never both. A run is counted once and remembered until something in it changes.
 */
export class DailyMessages {
  readonly #context: DailyMessagesContext
  readonly #known = new Map<string, Known>()

  constructor(context: DailyMessagesContext) {
    this.#context = context
  }

  /**
   * The last days of a zone's calendar, today the last one; a day without messages is there too.
   *
   * @param zone an IANA name that this runtime knows
   */
  async of(days: number, zone: string): Promise<readonly DayOfMessages[]> {
    const { clock, runs, isPractice } = this.#context
    const dayAt = dayIn(zone)
    const first = dayAt(clock.nowMs()) - days + 1
    const sheet = Array.from({ length: days }, emptyDay)
    // Wherever the zone is, its first day begins after the same date began one day earlier in UTC.
    const since = isoOf((first - 1) * DAY_MS)
    const wantsPractice = isPractice()
    const pieces = inPieces()
    for (const run of runs.list()) {
      if ((run.gateway === 'practice') !== wantsPractice || run.started_at === null) continue
      if (run.finished_at !== null && run.finished_at < since) continue
      const tally = await this.#tallyOf(run)
      if (pieces.isDue()) await pieces.rest()
      for (const [startMs, countOf] of tally.quarters()) {
        const day = sheet[dayAt(startMs) - first]
        if (day === undefined) continue
        for (const [channel, counts] of entriesOf(day)) {
          for (const state of FINAL_STATES) counts[state] += countOf(channel, state)
        }
      }
    }
    return sheet.map((by_channel, index) => ({ date: dateOf(first + index), by_channel }))
  }

  async #tallyOf(listed: RunSummary): Promise<Tally> {
    const { ledgers, runs } = this.#context
    const run = runs.current(listed)
    if (!isOpen(run)) return this.#remembered(run, run.finished_at, () => tallyOfLedger(run.id, ledgers))
    const state = await runs.state(run.id)
    if (state === null) return new Tally()
    return this.#remembered(run, state.lastAt, () => tallyOfState(state))
  }

  /** What is sent again moves the end of a run, and what is found to have arrived its counts. */
  #remembered({ id, counts }: RunSummary, at: string | null, count: () => Promise<Tally>): Promise<Tally> {
    const revision = [at, ...FINAL_STATES.map((state) => counts[state])].join(' ')
    const known = this.#known.get(id)
    if (known?.revision === revision) return known.tally
    const tally = count()
    this.#known.set(id, { revision, tally })
    tally.catch(() => this.#known.delete(id))
    return tally
  }
}

type Sheet = ReturnType<typeof emptyDay>

const emptyDay = () => perChannel(() => ({ sent: 0, failed: 0, unknown: 0, skipped: 0 }))

const entriesOf = (day: Sheet) => Object.entries(day) as [keyof Sheet, Sheet[keyof Sheet]][]

/** The local day of an instant, counted from 1970-01-01. */
function dayIn(name: string): (instantMs: number) => number {
  const zone = zoneNamed(name)
  if (zone === null) throw new RangeError(`There is no zone ${name}`)
  return (instantMs) => Math.floor((instantMs + zone.offsetMsAt(instantMs)) / DAY_MS)
}

const dateOf = (day: number): string => isoOf(day * DAY_MS).slice(0, 'yyyy-MM-dd'.length)
