import { create } from 'zustand'
import type { DayOfMessages } from '../../shared/domain/calendar'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'
import { useSettingsStore } from './settings-store'
import { useStateStore } from './state-store'

/** How far back the overview looks, today included. */
const SHOWN_DAYS = 30

interface DailyMessagesState extends Loadable {
  /** Ascending, today last. */
  readonly days: readonly DayOfMessages[]
  /** Whether they are practice messages; null while nothing is known. */
  readonly is_practice: boolean | null
}

export const useDailyMessagesStore = create<DailyMessagesState>(() => ({
  ...notLoaded,
  days: [],
  is_practice: null
}))

/** Counts the messages of the last days, in the days of this computer's zone; the last answer wins. */
export const loadDailyMessages = coalesced(async () => {
  const zone = useSettingsStore.getState().info?.local_zone ?? 'UTC'
  const is_practice = useStateStore.getState().state?.gateway === 'practice'
  const result = await loa.dailyMessages(SHOWN_DAYS, zone)
  useDailyMessagesStore.setState(
    result.ok ? { ...loaded, days: result.value, is_practice } : loadFailed(result.error)
  )
})
