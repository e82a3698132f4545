/** A page that has not answered by then has something to do, or hangs: it is asked again later. */
export const ANSWER_LIMIT_MS = 3_000

export interface LetGoConfig {
  readonly afterMs: number
  /** Asks the page whether anything would be lost with it; it answers with the number of the question. */
  readonly ask: (question: number) => void
  /** Nothing would. `view` is what the page wants to find again. */
  readonly onFree: (view: string) => void
}

/** When a window that nobody sees may be taken away. */
export interface LetGo {
  /** It was put away. */
  readonly start: () => void
  /** It is wanted. */
  readonly stop: () => void
  /** What the page says: null, it holds something that must not be lost. */
  readonly answer: (question: number, view: string | null) => void
}

/**
 * Asks the page some time after its window was put away, and again and again, until it is free or the window is wanted.
 * No answer is a no.
 */
export function letGoLater({ afterMs, ask, onFree }: LetGoConfig): LetGo {
  let timer: NodeJS.Timeout | null = null
  let questions = 0
  let open: number | null = null

  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    open = null
  }
  function start(): void {
    stop()
    timer = setTimeout(askPage, afterMs)
  }
  function askPage(): void {
    open = questions += 1
    timer = setTimeout(start, ANSWER_LIMIT_MS)
    ask(open)
  }
  return {
    start,
    stop,
    answer(question, view) {
      if (question !== open) return
      if (view === null) return start()
      stop()
      onFree(view)
    }
  }
}
