import type { QuitAnswer } from '../../shared/ipc/desktop'

export interface QuitQuestion {
  /** The operator wants to quit: asks in the window while a run is open, else quits. */
  readonly ask: () => void
  /** What the window says about the question. */
  readonly answer: (answer: QuitAnswer) => void
  readonly stop: () => void
}

export interface QuitContext {
  /** How many runs send, or wait for a turn of their own accord. */
  readonly openRuns: () => number
  /** Shows the question in the window. */
  readonly showQuestion: (openRuns: number) => void
  readonly quit: () => void
}

/** A window that has not shown the question by then never will: it hangs, or is empty. */
export const QUESTION_LIMIT_MS = 8_000

/**
 * Asks before the operator ends the app in the middle of a run. Nothing is lost either way: what is queued goes on at the
 * next start. So a window that cannot ask does not keep Loa from ending.
 */
export function quitQuestion({ openRuns, showQuestion, quit }: QuitContext): QuitQuestion {
  let timer: NodeJS.Timeout | null = null
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    ask() {
      const count = openRuns()
      if (count === 0) return quit()
      showQuestion(count)
      timer ??= setTimeout(quit, QUESTION_LIMIT_MS)
    },
    answer(answer) {
      stop()
      if (answer === 'quit') quit()
    },
    stop
  }
}
