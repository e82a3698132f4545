import { create } from 'zustand'
import type { CalendarEntry } from '../../shared/domain/calendar'
import type { RunSummary } from '../../shared/domain/run'
import type { CampaignView } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

export type CalendarLook = 'month' | 'agenda'

/** A stretch of time, epoch milliseconds; its end is exclusive. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

interface CalendarState extends Loadable {
  readonly look: CalendarLook
  /** The zone that days and times are shown in; null: that of this computer. */
  readonly zone: string | null
  /** Ascending. */
  readonly entries: readonly CalendarEntry[]
  /** What `entries` are everything of; null before the first answer. */
  readonly span: Span | null
}

const REMEMBERED = 'loa.calendar'

export const useCalendarStore = create<CalendarState>(() => ({
  ...notLoaded,
  look: localStorage.getItem(REMEMBERED) === 'agenda' ? 'agenda' : 'month',
  zone: null,
  entries: [],
  span: null
}))

export function chooseLook(look: CalendarLook): void {
  localStorage.setItem(REMEMBERED, look)
  useCalendarStore.setState({ look })
}

export const chooseZone = (zone: string): void => useCalendarStore.setState({ zone })

const WEEK_MS = 7 * 86_400_000
/** While campaigns run, something changes all the time: the calendar follows, but not at every step. */
const PAUSE_MS = 1_000

let wanted: Span | null = null

const iso = (atMs: number): string => new Date(atMs).toISOString()

/** Reads what is in sight anew, week by week: a month of a thousand campaigns would hold up the window. */
export const loadCalendar = coalesced(async () => {
  const span = wanted
  if (span === null) return
  const weeks: (readonly CalendarEntry[])[] = []
  for (let fromMs = span.fromMs; fromMs < span.toMs; fromMs += WEEK_MS) {
    const result = await loa.calendar(iso(fromMs), iso(Math.min(fromMs + WEEK_MS, span.toMs)))
    // Something else is looked at meanwhile: its own load comes next.
    if (wanted !== span) return
    if (!result.ok) return useCalendarStore.setState(loadFailed(result.error))
    weeks.push(result.value)
  }
  useCalendarStore.setState({ ...loaded, entries: weeks.flat(), span })
})

/** Looks at a stretch of time, and follows what changes in it until the returned function is called. */
export function watchCalendar(span: Span): () => void {
  wanted = span
  let timer: ReturnType<typeof setTimeout> | null = null
  const stops = [
    loa.onCampaignsChanged(() => {
      timer ??= setTimeout(() => {
        timer = null
        void loadCalendar()
      }, PAUSE_MS)
    }),
    loa.onRunsChanged(showProgress)
  ]
  void loadCalendar()
  return () => {
    stops.forEach((stop) => stop())
    if (timer !== null) clearTimeout(timer)
    if (wanted === span) wanted = null
  }
}

/** A run's numbers change all the time; that it begins or ends is a change of the campaigns. */
function showProgress(changed: readonly RunSummary[]): void {
  const byId = new Map(changed.map((run) => [run.id, run]))
  const { entries } = useCalendarStore.getState()
  if (!entries.some(({ run }) => run !== null && byId.has(run.id))) return
  useCalendarStore.setState({
    entries: entries.map((entry) => {
      const run = entry.run === null ? undefined : byId.get(entry.run.id)
      return run === undefined ? entry : { ...entry, run }
    })
  })
}

/** Leaves one coming slot out, by its date in the campaign's zone, or puts it back. */
export async function skipSlot(
  campaignId: string,
  date: string,
  skipped: boolean
): Promise<Result<CampaignView>> {
  const changed = await loa.skipSlot(campaignId, date, skipped)
  await loadCalendar()
  return changed
}
