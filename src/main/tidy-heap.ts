import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What was read at the start is garbage by then, and the window has been painted. */
const AFTER_START_MS = 2_000
/** How long everything has been at rest before it is held up, and how long before the next slot nothing is. */
const LOOK_INTERVAL_MS = 5_000
const CLEAR_OF_DUE_MS = 5_000

/** What is done: garbage is taken out; the gaps that it leaves are closed as well. */
type Tidying = 'garbage' | 'gaps'

export interface TidyContext {
  /** Does anything send, or wait for its turn to? */
  readonly isWorking: () => boolean
  /** When the next slot is due, epoch milliseconds; null when none is. */
  readonly nextDueMs: () => number | null
  readonly nowMs: () => number
}

export interface TidyHeap {
  /** The start is over: takes garbage out once, which holds up nobody for longer than a drawn picture. */
  readonly whenStarted: () => void
  /** From now on nobody looks: closes the gaps as well, once, when nothing is at work and nothing about to be due. */
  readonly whenAtRest: () => void
  /** Somebody looks: not now. */
  readonly stop: () => void
}

/**
 * Gives back the memory that V8 keeps: what a big list leaves behind when it is read stays for hours in an app that then does
 * next to nothing. Closing the gaps takes a tenth of a second in which the main process does nothing else, so it is done in
 * the tray, while nothing is sent or about to be.
 */
export function tidyHeap(
  { isWorking, nextDueMs, nowMs }: TidyContext,
  collect: (how: Tidying) => void = collectGarbage
): TidyHeap {
  let timer: NodeJS.Timeout | null = null
  function stop(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  function look(how: Tidying): void {
    const dueMs = nextDueMs()
    if (isWorking() || (dueMs !== null && dueMs - nowMs() < CLEAR_OF_DUE_MS)) return later(how)
    timer = null
    collect(how)
  }
  function later(how: Tidying, afterMs = LOOK_INTERVAL_MS): void {
    stop()
    timer = setTimeout(() => look(how), afterMs)
  }
  return {
    whenStarted: () => later('garbage', AFTER_START_MS),
    whenAtRest: () => later('gaps'),
    stop
  }
}

/** V8 has a word for it that scripts are not given by themselves. */
function collectGarbage(how: Tidying): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  // The first finds what is garbage; the second, with little left to move, closes the gaps.
  collect()
  if (how === 'garbage') return
  setFlagsFromString('--compact-on-every-full-gc')
  collect()
  setFlagsFromString('--no-compact-on-every-full-gc')
}
