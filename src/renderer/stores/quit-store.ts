import { create } from 'zustand'
import { loa } from '../api'

interface QuitState {
  /** How many runs were open when the operator wanted to quit; null when there is no question. */
  readonly open_runs: number | null
  /** Counts up with every time that it was asked. */
  readonly asked: number
}

export const useQuitStore = create<QuitState>(() => ({ open_runs: null, asked: 0 }))

/** The question is on the screen. Without this word the main process takes the window for one that hangs. */
export const noteQuitAsked = (): void => void loa.answerQuit('asking')

/** The operator's answer. */
export function answerQuit(answer: 'quit' | 'stay'): void {
  useQuitStore.setState({ open_runs: null })
  void loa.answerQuit(answer)
}

/** Listens until the returned function is called. */
export const startQuitStore = (): (() => void) =>
  loa.onQuitAsked((open_runs) => useQuitStore.setState(({ asked }) => ({ open_runs, asked: asked + 1 })))
