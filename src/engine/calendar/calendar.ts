import type { CalendarEntry } from '../../shared/domain/calendar'
import type { Campaign } from '../../shared/domain/campaign'
import type { RunSummary } from '../../shared/domain/run'
import { inPieces, sortInPieces } from '../pieces'
import type { Clock, RunIndex } from '../ports'
import { occurrenceOfSlot } from '../scheduler/occurrences/slot-occurrence'
import { isoOf } from '../system-clock'
import { comingSlots } from './coming-slots'

export interface CalendarContext {
  readonly clock: Clock
  readonly campaigns: () => readonly Campaign[]
  /** May the scheduler run it: scheduled and active? */
  readonly mayRun: (campaign: Campaign) => boolean
  /** Slots at or before it never run (epoch milliseconds). */
  readonly floorMs: (campaign: Campaign) => number
  readonly runsLeft: (campaign: Campaign) => number
  readonly index: RunIndex
  /** A run of the index with its present counts. */
  readonly current: (run: RunSummary) => RunSummary
}

/** How many runs are looked at between two glances at the time. */
const RUNS_A_GLANCE = 1_000

/**
 * Everything on the calendar from one instant to another (exclusive), ascending: what active campaigns have ahead of
 * them, what excluded dates take away from them, and what has become of the slots and runs before. In pieces: a month
 * of a thousand campaigns is long, and nothing is left out.
 */
export async function calendarEntries(
  context: CalendarContext,
  from: string,
  to: string
): Promise<readonly CalendarEntry[]> {
  const pieces = inPieces()
  const entries: CalendarEntry[] = []
  for (const campaign of context.campaigns()) {
    if (context.mayRun(campaign)) entries.push(...ahead(context, campaign, Date.parse(from), Date.parse(to)))
    if (pieces.isDue()) await pieces.rest()
  }
  // Texts of one form compare like the instants that they name.
  const [first, end] = [isoOf(Date.parse(from)), isoOf(Date.parse(to))]
  const runs = context.index.all()
  for (let at = 0; at < runs.length; at += RUNS_A_GLANCE) {
    for (const run of runs.slice(at, at + RUNS_A_GLANCE)) {
      const instant = run.slot?.at ?? run.started_at
      if (instant !== null && instant >= first && instant < end)
        entries.push(behind(context.current(run), instant))
    }
    if (pieces.isDue()) await pieces.rest()
  }
  return sortInPieces(entries, inOrder, pieces)
}

function ahead(context: CalendarContext, campaign: Campaign, fromMs: number, toMs: number): CalendarEntry[] {
  const { planned, left_out, has_others } = comingSlots({
    campaign,
    afterMs: Math.max(context.clock.nowMs(), context.floorMs(campaign)),
    fromMs,
    toMs,
    isSettled: (runId) => context.index.find(runId) !== undefined,
    runsLeft: context.runsLeft(campaign)
  })
  const recurs = campaign.schedule_settings.frequency !== 'once'
  const shared = { campaign_id: campaign._id, campaign_name: campaign.name, run: null }
  return [
    ...planned.map((occurrence): CalendarEntry => {
      return { ...shared, kind: 'planned', at: occurrence.at, occurrence, can_skip: recurs && has_others }
    }),
    ...left_out.map((occurrence): CalendarEntry => {
      return { ...shared, kind: 'left_out', at: occurrence.at, occurrence, can_skip: recurs }
    })
  ]
}

function behind(run: RunSummary, at: string): CalendarEntry {
  return {
    kind: run.status === 'missed' ? 'missed' : 'run',
    campaign_id: run.campaign_id,
    campaign_name: run.campaign_name,
    at,
    occurrence: run.slot === null ? null : occurrenceOfSlot(run.slot),
    run,
    can_skip: false
  }
}

/** "Class 2" before "Class 10", and much quicker than `localeCompare`. */
const names = new Intl.Collator('vi', { numeric: true })

const inOrder = (a: CalendarEntry, b: CalendarEntry): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : names.compare(a.campaign_name, b.campaign_name)
