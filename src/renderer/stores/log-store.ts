import { create } from 'zustand'
import type { LogLine } from '../../shared/domain/log-line'
import { loa } from '../api'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'
import { appended } from './log-lines'

interface LogState extends Loadable {
  /** Oldest first. */
  readonly lines: readonly LogLine[]
}

export const useLogStore = create<LogState>(() => ({ ...notLoaded, lines: [] }))

/** Reads the lines that are missing here. */
export async function loadLog(): Promise<void> {
  const after = useLogStore.getState().lines.at(-1)?.seq ?? 0
  const result = await loa.getLog(after)
  if (!result.ok) useLogStore.setState(loadFailed(result.error))
  else useLogStore.setState((state) => ({ ...loaded, lines: appended(state.lines, result.value) }))
}

/** Listens until the returned function is called. Lines that arrive before the first load are loaded with it. */
export const startLogStore = (): (() => void) =>
  loa.onLogAppended((batch) => {
    const { status, lines } = useLogStore.getState()
    if (status !== 'ready') return
    const last = lines.at(-1)?.seq ?? 0
    const first = batch[0]?.seq ?? 0
    if (first > last + 1) void loadLog()
    else useLogStore.setState({ lines: appended(lines, batch) })
  })
