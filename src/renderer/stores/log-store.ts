import { create } from 'zustand'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { KeptLines } from './kept-lines'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface LogState extends Loadable {
  /** Always the same object; `end` says that it has changed. */
  readonly lines: KeptLines
  /** One more than the number of the newest line. */
  readonly end: number
}

const lines = new KeptLines()

export const useLogStore = create<LogState>(() => ({ ...notLoaded, lines, end: lines.end }))

/** While much is missing the pages come faster than they could be drawn. */
const TOLD_EACH_MS = 100

/** Reads the lines that are missing here, however many: page by page, each in a turn of its own. */
export const loadLog = coalesced(async () => {
  let toldMs = performance.now()
  for (let isWhole = false; !isWhole;) {
    const page = await loa.getLog(lines.end - 1)
    if (!page.ok) return useLogStore.setState(loadFailed(page.error))
    lines.add(page.value.lines)
    isWhole = lines.end > page.value.last_seq
    const nowMs = performance.now()
    if (!isWhole && nowMs - toldMs < TOLD_EACH_MS) continue
    toldMs = nowMs
    useLogStore.setState({ ...(isWhole ? loaded : {}), end: lines.end })
  }
})

/** Listens until the returned function is called. */
export const startLogStore = (): (() => void) => loa.onLogGrew(() => void loadLog())
