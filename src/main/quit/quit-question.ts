import type { OpenRuns } from '../../shared/domain/open-runs'
import type { QuitAnswer } from '../../shared/ipc/desktop'

export interface QuitQuestion {
  /** The operator wants to quit: asks in the window while a run is running or something is not saved, else quits. */
  readonly ask: () => void
  /** What the window says about the question. */
  readonly answer: (answer: QuitAnswer) => void
  readonly stop: () => void
}

export interface QuitContext {
  readonly openRuns: () => OpenRuns
  /** Shows the question in the window. */
  readonly showQuestion: (runs: OpenRuns) => void
  /**
   * Asks the page that is there whether it holds what is not saved: then it shows the question, else it says "quit". False:
   * there is none, and with it nothing that could be lost.
   */
  readonly askPage: (runs: OpenRuns) => boolean
  /** Brings the window to the front: the page has a question. */
  readonly showWindow: () => void
  readonly quit: () => void
}

/** A window that has not shown the question by then never will: it hangs, or is empty. */
export const QUESTION_LIMIT_MS = 8_000

/**
 * Asks before the operator ends the app in the middle of a run, or with input that is not saved. Nothing that was sent or
 * queued is lost either way. So a window that cannot ask does not keep Loa from ending.
 */
export function quitQuestion({
  openRuns,
  showQuestion,
  askPage,
  showWindow,
  quit
}: QuitContext): QuitQuestion {
  let timer: NodeJS.Timeout | null = null
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    ask() {
      const runs = openRuns()
      if (runs.running > 0) showQuestion(runs)
      else if (!askPage(runs)) return quit()
      timer ??= setTimeout(quit, QUESTION_LIMIT_MS)
    },
    answer(answer) {
      stop()
      if (answer === 'asking') showWindow()
      if (answer === 'quit') quit()
    },
    stop
  }
}
