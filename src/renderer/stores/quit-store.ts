import { create } from 'zustand'
import type { OpenRuns } from '../../shared/domain/open-runs'
import { loa } from '../api'
import { unsavedInput, type UnsavedInput } from './unsaved-input'

/** What the operator should know before Loa ends. */
export interface QuitReasons {
  readonly runs: OpenRuns
  readonly unsaved: readonly UnsavedInput[]
}

interface QuitState {
  /** Null when there is no question. */
  readonly question: QuitReasons | null
  /** Counts up with every time that it was asked. */
  readonly asked: number
}

export const useQuitStore = create<QuitState>(() => ({ question: null, asked: 0 }))

/** The question is on the screen. Without this word the main process takes the window for one that hangs. */
export const noteQuitAsked = (): void => void loa.answerQuit('asking')

/** The operator's answer. */
export function answerQuit(answer: 'quit' | 'stay'): void {
  useQuitStore.setState({ question: null })
  void loa.answerQuit(answer)
}

function ask(runs: OpenRuns): void {
  const unsaved = unsavedInput()
  if (runs.running === 0 && unsaved.length === 0) return answerQuit('quit')
  useQuitStore.setState(({ asked }) => ({ question: { runs, unsaved }, asked: asked + 1 }))
}

/** Listens until the returned function is called. */
export const startQuitStore = (): (() => void) => loa.onQuitAsked(ask)
