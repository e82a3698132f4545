import { create } from 'zustand'
import type { ChannelId } from '../../shared/domain/channel'
import type { AppState } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface AppStateState extends Loadable {
  readonly state: AppState | null
}

export const useStateStore = create<AppStateState>(() => ({ ...notLoaded, state: null }))

const keep = (result: Result<AppState>): Result<AppState> => {
  if (result.ok) useStateStore.setState({ ...loaded, state: result.value })
  return result
}

/** Reads what the whole app is doing: pause, gateway, next run, storage problems. */
export async function loadState(): Promise<void> {
  const result = keep(await loa.getState())
  if (!result.ok) useStateStore.setState(loadFailed(result.error))
}

/** The one stored flag that holds back every campaign and run. */
export const setPausedAll = async (paused: boolean): Promise<Result<AppState>> =>
  keep(await loa.setPausedAll(paused))

/** Stops every channel at once, or lets coming runs go out again. */
export const setEmergencyStop = async (on: boolean): Promise<Result<AppState>> =>
  keep(await loa.setEmergencyStop(on))

/** The operator has looked at the clock: it is right. */
export const confirmClock = async (): Promise<Result<AppState>> => keep(await loa.confirmClock())

/** Ends a channel's wait for the gateway. */
export const tryChannelNow = async (channel: ChannelId): Promise<Result<AppState>> =>
  keep(await loa.tryChannelNow(channel))

/** Carries out the operator's decision about a damaged file. */
export const recoverFile = async (file: string, from: 'backup' | 'empty'): Promise<Result<AppState>> =>
  keep(await loa.recoverFile(file, from))

/** The operator has to decide about this data file first: until then its list is empty because nobody could read it. */
export const useIsUnreadable = (file: string): boolean =>
  useStateStore(({ state }) => state?.storage_problems.some((problem) => problem.file === file) ?? false)

/** Listens until the returned function is called. */
export const startStateStore = (): (() => void) =>
  loa.onStateChanged((state) => useStateStore.setState({ ...loaded, state }))
