import { create } from 'zustand'
import type { UpdateStanding } from '../../shared/ipc/views'
import { loa } from '../api'

/** How the update stands; null until it was asked for. */
export const useUpdateStore = create<{ readonly update: UpdateStanding | null }>(() => ({ update: null }))

/** Reads it, and listens until the returned function is called. */
export function followUpdate(): () => void {
  const stop = loa.onUpdateChanged((update) => useUpdateStore.setState({ update }))
  void loa.getUpdate().then((read) => {
    if (read.ok) useUpdateStore.setState({ update: read.value })
  })
  return stop
}

/** Looks for an update without waiting for its time. */
export const lookForUpdate = (): void => void loa.lookForUpdate()
