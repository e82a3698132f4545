import { create } from 'zustand'
import type { LogLine } from '../../shared/domain/log-line'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { KeptLines } from './kept-lines'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface LogState extends Loadable {
  /** Always the same object; `end` says that it has changed. */
  readonly lines: KeptLines
  /** One more than the number of the newest line. */
  readonly end: number
  /** Counts how often every line was forgotten, because lines say something else now. */
  readonly edition: number
}

const lines = new KeptLines()

export const useLogStore = create<LogState>(() => ({ ...notLoaded, lines, end: lines.end, edition: 0 }))

/** While much is missing the pages come faster than they could be drawn. */
const TOLD_EACH_MS = 100

/** Reads the lines that are missing here, however many: page by page, each in a turn of its own. */
export const loadLog = coalesced(async () => {
  let toldMs = performance.now()
  for (let isWhole = false; !isWhole;) {
    const { edition } = useLogStore.getState()
    const page = await loa.getLog(lines.end - 1)
    // It may hold what was erased meanwhile.
    if (edition !== useLogStore.getState().edition) continue
    if (!page.ok) return useLogStore.setState(loadFailed(page.error))
    lines.add(JSON.parse(page.value.lines) as LogLine[])
    isWhole = lines.end > page.value.last_seq
    const nowMs = performance.now()
    if (!isWhole && nowMs - toldMs < TOLD_EACH_MS) continue
    toldMs = nowMs
    useLogStore.setState({ ...(isWhole ? loaded : {}), end: lines.end })
  }
})

function readAnew(): void {
  lines.clear()
  useLogStore.setState(({ edition }) => ({ end: lines.end, edition: edition + 1 }))
  void loadLog()
}

/** Listens until the returned function is called. */
export function startLogStore(): () => void {
  const stops = [loa.onLogGrew(() => void loadLog()), loa.onLogRewritten(readAnew)]
  return () => stops.forEach((stop) => stop())
}
