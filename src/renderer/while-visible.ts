/**
 * Calls `act` every `intervalMs`, but only while somebody can see the window: in the tray there is nothing to count down
 * for, and each call would wake two processes. It is called at once when the window comes back.
 *
 * @returns stops it
 */
export function everyWhileVisible(intervalMs: number, act: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | null = null
  const pause = () => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  const follow = () => {
    pause()
    if (!document.hidden) timer = setInterval(act, intervalMs)
  }
  const onChange = () => {
    follow()
    if (!document.hidden) act()
  }
  follow()
  document.addEventListener('visibilitychange', onChange)
  return () => {
    pause()
    document.removeEventListener('visibilitychange', onChange)
  }
}
