import { create } from 'zustand'
import type { PracticeInbox, PracticeModes } from '../../shared/domain/practice'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface PracticeState extends Loadable {
  readonly inbox: PracticeInbox | null
}

export const usePracticeStore = create<PracticeState>(() => ({ ...notLoaded, inbox: null }))

const keep = (result: Result<PracticeInbox>): Result<PracticeInbox> => {
  if (result.ok) usePracticeStore.setState({ ...loaded, inbox: result.value })
  return result
}

/** Reads what the practice gateway accepted; the last answer wins. */
export const loadPractice = coalesced(async () => {
  const result = keep(await loa.getPracticeInbox())
  if (!result.ok) usePracticeStore.setState(loadFailed(result.error))
})

/** Tells the practice gateway how to answer from now on. */
export const setPracticeModes = async (modes: PracticeModes): Promise<Result<PracticeInbox>> =>
  keep(await loa.setPracticeModes(modes))

/** Empties the inbox; nothing else is changed. */
export const clearPracticeInbox = async (): Promise<Result<PracticeInbox>> =>
  keep(await loa.clearPracticeInbox())

/** Listens until the returned function is called. */
export const startPracticeStore = (): (() => void) => loa.onPracticeChanged(() => void loadPractice())
