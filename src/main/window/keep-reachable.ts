export interface ReachableContext {
  readonly isHidden: () => boolean
  readonly hasTray: () => Promise<boolean>
  readonly showMinimised: () => void
}

/** A panel that is restarted, or that comes up after Loa at log-in, is back within one look. */
const LOOK_INTERVAL_MS = 20_000

/**
 * Brings a hidden window back, minimised, when two looks in a row find no tray to open it from: nobody could reach it
 * otherwise, and it would go on sending unseen.
 *
 * @returns stops looking
 */
export function keepReachable({ isHidden, hasTray, showMinimised }: ReachableContext): () => void {
  let misses = 0
  const look = async () => {
    misses = isHidden() && !(await hasTray()) ? misses + 1 : 0
    if (misses < 2 || !isHidden()) return
    misses = 0
    showMinimised()
  }
  const timer = setInterval(() => void look(), LOOK_INTERVAL_MS)
  return () => clearInterval(timer)
}
