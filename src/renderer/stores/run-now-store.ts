import { create } from 'zustand'

interface RunNowState {
  /** The campaign that the operator was asked about, from outside of its page; null when there is no question. */
  readonly campaign_id: string | null
}

export const useRunNowStore = create<RunNowState>(() => ({ campaign_id: null }))

/** Asks whether a campaign is to be run now. Asking twice is one question. */
export const askToRunNow = (campaign_id: string): void => useRunNowStore.setState({ campaign_id })

/** The question is answered. */
export const closeRunNow = (): void => useRunNowStore.setState({ campaign_id: null })
